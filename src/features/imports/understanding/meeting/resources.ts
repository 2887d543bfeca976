import { type Outline, sectionsAbove, type Unit } from '../outline.ts'
import type { ReadResource } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'

/**
 * The links of a text, each with the tie of its section; a dead one keeps its label and gets no address. Mail addresses are not
 * resources.
 */
export function readResources({ units }: Outline, ties: readonly StatedTie[]): ReadResource[] {
  return units.flatMap((unit) => {
    const found = [...linksOf(unit), ...bareAddresses(unit), ...filesNamed(unit)]
    if (found.length === 0) return []
    const cooperation = tieAround(unit, ties)
    return found.map((each) => ({ ...each, cooperation }))
  })
}

/** « Charte d’amitié (PDF, 120 ko) », on a line of its own: a file whose address was lost when the page was copied. */
function filesNamed({ index, passage }: Unit): Link[] {
  const { text, kind, links } = passage
  const isFile = /\((?:PDF|DOCX?|XLSX?|ODT|ZIP)(?:[,;–-] ?[\d.,]+ ?(?:ko|Mo|kB|MB))?\)$/iu.test(text.trim())
  return isFile && kind !== 'row' && links.length === 0 && text.length < 140
    ? [{ label: text.trim(), url: null, quote: { passage: index, start: 0, end: text.length } }]
    : []
}

type Link = Omit<ReadResource, 'cooperation'>

// The title above that states a single tie, else the one tie that the passage is about.
function tieAround(unit: Unit, ties: readonly StatedTie[]): number | null {
  for (const { title } of sectionsAbove(unit.section)) {
    const stated = ties.flatMap((tie, at) => (title !== null && tie.stated.unit === title ? [at] : []))
    if (stated.length > 0) return only(stated)
  }
  return only(ties.flatMap(({ told }, at) => (told.some((each) => each.unit === unit) ? [at] : [])))
}

const only = ([first, ...others]: readonly number[]) => (others.length > 0 ? null : (first ?? null))

/** Addresses written out in the text. */
function bareAddresses(unit: Unit): Link[] {
  return Array.from(
    unit.passage.text.matchAll(/(?<![\w@/.-])(?:https?:\/\/|www\.)[^\s<>()«»"]+[^\s<>()«»".,;:!?]/gu),
  ).flatMap((match) => {
    const end = match.index + match[0].length
    if (unit.passage.links.some((link) => link.start < end && match.index < link.end)) return []
    const sentence = unit.sentences.find((each) => match.index >= each.start && end <= each.end)
    const url = match[0].startsWith('www.') ? `https://${match[0]}` : match[0]
    // « [note technique](https://…) », as mail and notes write it.
    const label = /\[([^[\]\n]{2,120})\]\($/u.exec(unit.passage.text.slice(0, match.index))?.[1]
    return [
      {
        label: label?.trim() || match[0],
        url,
        quote: {
          passage: unit.index,
          start: sentence?.start ?? 0,
          end: sentence?.end ?? unit.passage.text.length,
        },
      },
    ]
  })
}

function linksOf(unit: Unit): Link[] {
  return unit.passage.links.flatMap(({ label, url, start, end }): Link[] => {
    if (label.trim() === '' || /^(?:mailto|tel):/i.test(url ?? '')) return []
    const sentence = unit.sentences.find((each) => start >= each.start && end <= each.end)
    return [
      {
        label: label.trim(),
        url,
        quote: {
          passage: unit.index,
          start: sentence?.start ?? 0,
          end: sentence?.end ?? unit.passage.text.length,
        },
      },
    ]
  })
}
