import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import { type KindBefore, kindAfter } from './kinds.ts'
import type { Namesake } from './name-book.ts'
import { upper } from './possible-names.ts'
import type { NameSpan, ScanGrounds } from './spans.ts'
import { stopNames } from './stop-names.ts'

// « Région de Bohême centrale »
export const restOfName =
  /^ (?:centrale|occidentale|orientale|meridionale|septentrionale|du nord|du sud|de l'est|de l'ouest|inferieure|superieure)(?![\p{L}])/u

/** « ville de Tafraout Al Jadida »: an unknown name with its kind before it. */
export function readUnknown(
  unit: Unit,
  spans: NameSpan[],
  before: KindBefore | null,
  grounds: ScanGrounds,
): AuthorityMention | null {
  for (const span of spans) {
    if (grounds.isTaken(span.start, span.end)) continue
    if (!isNameAlone(unit.passage.text.slice(span.start, span.end), before === null)) continue
    const after = before === null && span.end - span.start > 2 ? kindAfter(unit.plain.slice(span.end)) : null
    if (before === null && after === null) continue
    if (before?.kinds.includes('union_of_municipalities'))
      return unionOf(unit, span, before.length, [], grounds)
    const words = span.folded.split(' ')
    if (
      before === null
        ? words.some(
            (word) =>
              stopNames.has(word) ||
              /^(?:sister|twin|partner|host|home|capital|old|small|our|wine|spa|port|market|university|\p{L}+(?:ese|ish|ean|ian)|french|german|dutch|czech|greek|turkish)$/u.test(
                word,
              ),
          )
        : words.every((word) => stopNames.has(word))
    )
      continue
    // « Région de Bohême centrale »
    const more = before === null ? null : restOfName.exec(unit.plain.slice(span.end))
    if (more) {
      const end = span.end + more[0].length
      return {
        start: span.start - (before?.length ?? 0),
        end,
        name: unit.passage.text.slice(span.start, end),
        nameStart: span.start,
        nameEnd: end,
        kinds: before?.kinds ?? [],
        namesakes: [],
        country: grounds.countryBeside(span.start, end) ?? grounds.abroad,
        isSure: true,
      }
    }
    const country =
      grounds.countryBeside(span.start, span.end) ?? (isFrenchKind(before) ? 'FR' : grounds.abroad)
    return {
      start: span.start - (before?.length ?? 0),
      end: span.end + (after?.length ?? 0),
      name: unknownName(unit, span, before),
      nameStart: span.start,
      nameEnd: span.end,
      kinds: [...(before?.kinds ?? []), ...(after?.kinds ?? [])],
      namesakes: [],
      country,
      isSure: true,
    }
  }
  return null
}

const isFrenchKind = (before: KindBefore | null) =>
  before?.kinds.some((kind) => /^communaute|^metropole|departement|^region$|^ept/.test(kind)) === true &&
  !before.kinds.includes('level_1')

// The only small words in an unknown name are those that link: « Sidi Bou Saïd », « Île de la Tortue ».
function isNameAlone(text: string, isBare: boolean): boolean {
  if (upper.test(text)) return false
  const small = text.match(/(?<=[ \u00a0])\p{Ll}[\p{L}’']*/gu) ?? []
  return isBare
    ? small.length === 0
    : small.every((word) =>
        /^(?:de|du|des|d[’']\p{L}*|la|le|les|l[’']\p{L}*|el|al|ech|ben|bou|sur|en|sous|da|do|dos|del)$/u.test(
          word,
        ),
      )
}

/** « Le Rousset » for a town; « Communauté de communes du Thouarsais » for a body whose name contains its kind. */
function unknownName(
  { passage: { text } }: Unit,
  { start, end }: NameSpan,
  before: KindBefore | null,
): string {
  const isCalledByKind =
    before?.kinds.some((kind) => /^communaute|^metropole|departement|region|ept/.test(kind)) === true
  if (!isCalledByKind) return `${articleOf(before?.article)}${text.slice(start, end)}`
  return text.slice(start - (before?.length ?? 0), end).replace(/^(?:la|le|les|l['’]) ?/iu, '')
}

export function articleOf(article: string | null | undefined): string {
  return article ? `${article[0]?.toUpperCase()}${article.slice(1)} ` : ''
}

// « Union des municipalités de Tripoli El-Fayhaa », though Tripoli is known.
export const wholeName = ({ passage: { text } }: Unit, spans: NameSpan[], span: NameSpan) =>
  spans.find(({ start, end }) => end >= span.end && isNameAlone(text.slice(start, end), false)) ?? span

/** « Union des municipalités de Tyr »: a body of its own, not the place in its name. */
export function unionOf(
  unit: Unit,
  span: NameSpan,
  length: number,
  namesakes: readonly Namesake[],
  grounds: ScanGrounds,
): AuthorityMention {
  const start =
    span.start -
    length +
    (/^(?:la |le |l'|les |une? )?/u.exec(unit.plain.slice(span.start - length))?.[0].length ?? 0)
  const { ranked } = rankNamesakes(namesakes, {
    kinds: [],
    country: null,
    countries: grounds.countries,
    article: false,
  })
  return {
    start: span.start - length,
    end: span.end,
    name: unit.passage.text.slice(start, span.end),
    nameStart: start,
    nameEnd: span.end,
    kinds: ['union_of_municipalities'],
    namesakes: [],
    country: grounds.countryBeside(span.start, span.end) ?? ranked[0]?.country ?? null,
    isSure: true,
  }
}
