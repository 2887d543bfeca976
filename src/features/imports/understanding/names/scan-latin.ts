import { bareName, fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import type { Gazetteer, Namesake } from './gazetteer.ts'
import { kindAfter, kindBefore } from './kinds.ts'
import { type NameSpan, latinSpans } from './spans.ts'
import { stopNames } from './stop-names.ts'

export interface ScanGrounds {
  gazetteer: Gazetteer
  countries: readonly string[]
  /** Whether a slice of the unit is taken by something else: a person, a country, a date. */
  isTaken(start: number, end: number): boolean
  /** The country that stands beside a name: « Tripoli (Liban) », 프랑스 리옹. */
  countryBeside(start: number, end: number): string | null
}

/** Every name of a text under which an authority may be known, folded; with « le » for what follows « du ». */
export function latinNamesIn(text: string): string[] {
  return latinSpans(text).flatMap((spans) => spans.flatMap(({ folded }) => [folded, `le ${folded}`, `les ${folded}`, `la ${folded}`, bareFold(folded)]))
}

const bareFold = (folded: string) => fold(bareName(folded).bare)

/** Authorities that a passage names in Latin letters, in reading order, none over another. */
export function scanLatin(unit: Unit, grounds: ScanGrounds): AuthorityMention[] {
  const { text } = unit.passage
  const found: AuthorityMention[] = []
  let from = 0
  for (const spans of latinSpans(text)) {
    const start = spans[0]?.start ?? 0
    if (start < from) continue
    const mention = readName(unit, spans, grounds) ?? readUnknown(unit, spans, grounds)
    if (!mention || (found.at(-1)?.end ?? 0) > mention.start) continue
    found.push(mention)
    from = mention.end
  }
  return found
}

function readName(unit: Unit, spans: NameSpan[], grounds: ScanGrounds): AuthorityMention | null {
  for (const span of spans) {
    if (grounds.isTaken(span.start, span.end)) continue
    const before = kindBefore(unit.plain.slice(0, span.start))
    const after = kindAfter(unit.plain.slice(span.end))
    const { name, namesakes } = namesakesOf(span, before?.article ?? null, grounds.gazetteer)
    if (namesakes.length === 0) continue
    const country = grounds.countryBeside(span.start, span.end + (after?.length ?? 0))
    if (before?.kinds.includes('union_of_municipalities')) return unionOf(unit, span, before.length, namesakes, grounds)
    const kinds = [...(before?.kinds ?? []), ...(after?.kinds ?? []), ...bareName(unit.passage.text.slice(span.start, span.end)).kindHint]
    const isSure = before !== null || after !== null || country !== null
    if (!isSure && (stopNames.has(span.folded) || isWordHere(unit, span))) continue
    const { ranked } = rankNamesakes(namesakes, { kinds, country, countries: grounds.countries, article: hasArticle(unit, span.start) })
    const first = ranked[0]
    if (!first && country === null) continue
    if (!isSure && !isTelling(first, span, grounds.countries)) continue
    return {
      start: span.start - (before?.length ?? 0),
      end: span.end + (after?.length ?? 0),
      name: `${name}${unit.passage.text.slice(span.start, span.end)}`,
      nameStart: span.start,
      nameEnd: span.end,
      kinds,
      namesakes: ranked,
      country: country ?? first?.country ?? null,
      isSure,
    }
  }
  return null
}

/** « Union des municipalités de Tyr »: a body of its own, that the place only names. */
function unionOf(unit: Unit, span: NameSpan, length: number, namesakes: readonly Namesake[], grounds: ScanGrounds): AuthorityMention {
  const start = span.start - length + (/^(?:la |le |l'|les |une? )?/u.exec(unit.plain.slice(span.start - length))?.[0].length ?? 0)
  const { ranked } = rankNamesakes(namesakes, { kinds: [], country: null, countries: grounds.countries, article: false })
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

/** « ville de Tafraout Al Jadida »: nothing knows the name, but its kind stands before it. */
function readUnknown(unit: Unit, spans: NameSpan[], grounds: ScanGrounds): AuthorityMention | null {
  for (const span of spans) {
    if (grounds.isTaken(span.start, span.end)) continue
    const before = kindBefore(unit.plain.slice(0, span.start))
    const after = before === null && span.end - span.start > 2 ? kindAfter(unit.plain.slice(span.end)) : null
    if (before === null && after === null) continue
    if (before?.kinds.includes('union_of_municipalities')) return unionOf(unit, span, before.length, [], grounds)
    if (stopNames.has(span.folded)) continue
    const country = grounds.countryBeside(span.start, span.end)
    return {
      start: span.start - (before?.length ?? 0),
      end: span.end + (after?.length ?? 0),
      name: `${articleOf(before?.article)}${unit.passage.text.slice(span.start, span.end)}`,
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

function articleOf(article: string | null | undefined): string {
  return article ? `${article[0]?.toUpperCase()}${article.slice(1)} ` : ''
}

/** « du Mans » is Le Mans, « de la Flèche » may be La Flèche. */
function namesakesOf(span: NameSpan, article: string | null, gazetteer: Gazetteer): { name: string; namesakes: readonly Namesake[] } {
  const withArticle = article === null ? undefined : gazetteer.get(`${article} ${span.folded}`)
  const own = gazetteer.get(span.folded) ?? gazetteer.get(bareFold(span.folded)) ?? []
  if (withArticle && weightOf(withArticle) > weightOf(own)) return { name: articleOf(article), namesakes: withArticle }
  return { name: '', namesakes: own }
}

const weightOf = (namesakes: readonly Namesake[]) => Math.max(0, ...namesakes.map(({ weight }) => weight))

// The first word of a sentence has its capital for another reason when the text writes it small elsewhere.
function isWordHere({ plain }: Unit, { start, end, folded }: NameSpan): boolean {
  if (/ /.test(folded)) return false
  const isFirst = start === 0 || /[.!?:;«"\n•-] ?$/.test(plain.slice(Math.max(0, start - 2), start))
  return isFirst && /^(?:a|aux?|notre|votre|leur|leurs|tous|toutes|chaque|plusieurs|ainsi|enfin|ensuite|apres|avant|depuis|entre|lors|pendant|selon|vers|chez|sous|outre|malgre|cependant|toutefois|aujourd|hier|demain)$/.test(folded) === true && plain.length >= end
}

// A bare name counts when it is that of a place of some size, or of a country that the text is about.
function isTelling(first: Namesake | undefined, span: NameSpan, countries: readonly string[]): boolean {
  if (!first) return false
  if (countries.includes(first.country)) return first.weight >= 800 || span.folded.includes(' ')
  return first.weight >= 20_000
}

// « la Mayenne » is the département, « Mayenne » the town.
const hasArticle = ({ plain }: Unit, start: number) => /(?:^|[ (])(?:la |le |l'|les |du |des )$/u.test(plain.slice(Math.max(0, start - 5), start))
