import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import type { Namesake } from './gazetteer.ts'
import { type KindBefore, kindAfter } from './kinds.ts'
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

const capitalised =
  /(?<![\p{L}\p{N}-])(?<!\p{L}{2}[’'])\p{Lu}[\p{L}\p{M}]*(?:[-’'ʼ][\p{L}\p{M}]+)*(?:[ \u00a0](?:(?:de|du|des|da|do|la|le|les|el|al|ed|es|ech|sur|en|sous|d[’'])[ \u00a0-]?){0,2}\p{Lu}[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*){0,4}/gu

/**
 * Unknown names in capitals: small towns, new unions. Only where a text puts a party (the other side of « A – B », the cell of a
 * partner, the words after « jumelée avec ») is one of them taken for an authority.
 */
export function possibleNames(
  unit: Unit,
  isTaken: (start: number, end: number) => boolean,
  country: string | null,
): AuthorityMention[] {
  return Array.from(unit.passage.text.matchAll(capitalised)).flatMap((match) => {
    // « Baguinéda-Camp Cercle de Kati »: what it lies in stood on the next line.
    const name = match[0].replace(upper, '')
    const [start, end] = [match.index, match.index + name.length]
    if (name.length < 3 || isTaken(start, end) || isCommon(fold(name)) || /^(?:M|Mme|MM|Dr|Pr)$/.test(name))
      return []
    return [
      { start, end, name, nameStart: start, nameEnd: end, kinds: [], namesakes: [], country, isSure: false },
    ]
  })
}

const upper =
  /(?<=\p{L})[ \u00a0](?:Cercle|Préfecture|Prefecture|Province|Région|Region|Wilaya|Gouvernorat|Governorate|District|Département|Comté|County|Canton|Caza|Mohafazat|Objet|Monsieur|Madame|Maire|Mayor)\b.*$/u

const isCommon = (folded: string) =>
  folded.split(' ').every((word) => stopNames.has(word)) || offices.test(folded)

const offices =
  /\b(?:service|relations|direction|comite|commission|reunion|compte|rendu|cabinet|secretariat|bureau|monsieur|madame|objet|ministere|ambassade|republique|universite|university|fiche|annexe|tableau|page|report|rapport|annual|newsletter|bulletin|chapter|gazette|journal|minutes|international|relations|links|partners|partenaires|gymnasium|realschule|grundschule|schule|hochschule|universitat|lyceum|agency|foundation|hospital|orchestra)\b/
