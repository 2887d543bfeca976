import type { Outline, Unit } from '../outline.ts'
import type { ReadResource } from '../reading.ts'

/** The links of a text; a dead one keeps its label and gets no address. Mail addresses are no resources. */
export function readResources({ units }: Outline): ReadResource[] {
  return [...units.flatMap(linksOf), ...units.flatMap(bareAddresses), ...units.flatMap(filesNamed)]
}

/** « Charte d’amitié (PDF, 120 ko) », on a line of its own: a file whose address the copy of a page has lost. */
function filesNamed({ index, passage }: Unit): ReadResource[] {
  const { text, kind, links } = passage
  const isFile = /\((?:PDF|DOCX?|XLSX?|ODT|ZIP)(?:[,;–-] ?[\d.,]+ ?(?:ko|Mo|kB|MB))?\)$/iu.test(text.trim())
  return isFile && kind !== 'row' && links.length === 0 && text.length < 140
    ? [{ label: text.trim(), url: null, quote: { passage: index, start: 0, end: text.length } }]
    : []
}

/** Addresses that stand in the text as they are. */
function bareAddresses(unit: Unit): ReadResource[] {
  return Array.from(
    unit.passage.text.matchAll(/(?<![\w@/.-])(?:https?:\/\/|www\.)[^\s<>()«»"]+[^\s<>()«»".,;:!?]/gu),
  ).flatMap((match) => {
    const end = match.index + match[0].length
    if (unit.passage.links.some((link) => link.start < end && match.index < link.end)) return []
    const sentence = unit.sentences.find((each) => match.index >= each.start && end <= each.end)
    const url = match[0].startsWith('www.') ? `https://${match[0]}` : match[0]
    return [
      {
        label: match[0],
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

function linksOf(unit: Unit): ReadResource[] {
  return unit.passage.links.flatMap(({ label, url, start, end }): ReadResource[] => {
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
