import { bareName, fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import { type AuthorityMention, isHome } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import type { Gazetteer, Namesake } from './gazetteer.ts'
import { type KindBefore, kindAfter } from './kinds.ts'
import type { NameSpan, PassageSpans, ScanGrounds } from './spans.ts'
import { stopNames } from './stop-names.ts'
import { articleOf, readUnknown, restOfName, unionOf, wholeName } from './unknown-name.ts'

/** Every possible name of an authority in a text, folded; with « le » for names after « ville du ». */
export function latinNamesIn({ latin }: PassageSpans): string[] {
  return latin.flatMap(({ before, spans }) =>
    spans.flatMap(({ folded }) => [
      folded,
      ...(before?.article ? [`${before.article} ${folded}`] : []),
      bareFold(folded),
    ]),
  )
}

const bareFold = (folded: string) => fold(bareName(folded).bare)

/** Authorities that a passage names in Latin letters, in reading order, without overlaps. */
export function scanLatin(unit: Unit, grounds: ScanGrounds): AuthorityMention[] {
  const found: AuthorityMention[] = []
  let from = 0
  for (const { before, spans } of grounds.spans.latin) {
    const start = spans[0]?.start ?? 0
    if (start < from) continue
    const mention = readName(unit, spans, before, grounds) ?? readUnknown(unit, spans, before, grounds)
    if (!mention || (found.at(-1)?.end ?? 0) > mention.start) continue
    found.push(mention)
    from = mention.end
  }
  return found
}

function readName(
  unit: Unit,
  spans: NameSpan[],
  before: KindBefore | null,
  grounds: ScanGrounds,
): AuthorityMention | null {
  for (const span of spans) {
    if (grounds.isTaken(span.start, span.end)) continue
    // « nos amis d'outre-Rhin »
    if (/outre-$/.test(unit.plain.slice(0, span.start))) continue
    // « la Saint-Nicolas » is a day: a town has no such article.
    if (/\b(?:la|cette) $/.test(unit.plain.slice(0, span.start)) && /^saint\b/.test(span.folded)) continue
    // « Gernsbach, en pays de Bade »: where it lies.
    if (/\b(?:en|au) pays (?:de |d'|du )$/.test(unit.plain.slice(0, span.start))) continue
    const after = kindAfter(unit.plain.slice(span.end))
    const { name, namesakes: bearers } = namesakesOf(span, before?.article ?? null, grounds.gazetteer)
    const namesakes = before?.isForeign ? bearers.filter(({ country }) => country !== 'FR') : bearers
    if (namesakes.length === 0) continue
    // “The municipality”: there is a place called Thé.
    if (
      before === null &&
      /^(?:the|this|our|that|each|every|la|le|les|notre|votre|cette|chaque|une?)$/.test(span.folded)
    )
      continue
    const country = grounds.countryBeside(span.start, span.end + (after?.length ?? 0))
    if (before?.kinds.includes('union_of_municipalities'))
      return unionOf(unit, wholeName(unit, spans, span), before.length, namesakes, grounds)
    const kinds = [
      ...(before?.kinds ?? []),
      ...(after?.kinds ?? []),
      ...bareName(unit.passage.text.slice(span.start, span.end)).kindHint,
    ]
    // “Friendship city since 2005”
    if (before === null && after !== null && /^(?:friendship|sister|twin|partner)$/.test(span.folded))
      continue
    const isSure = before !== null || after !== null || country !== null
    if (
      !isSure &&
      ((span.folded.split(' ').every((word) => stopNames.has(word)) && !isArticled(unit, span)) ||
        isWordHere(unit, span))
    )
      continue
    // « Province du Cap-Occidental »: no town called Cap.
    if (
      before === null &&
      /^-\p{Lu}\p{Ll}/u.test(unit.passage.text.slice(span.end)) &&
      bareName(unit.passage.text.slice(span.start, span.end)).kindHint.length > 0
    )
      continue
    if (before === null && goesOn.test(unit.passage.text.slice(span.end, span.end + 12))) continue
    if (before !== null && restOfName.test(unit.plain.slice(span.end))) continue
    if (before !== null && isCutShort(unit, spans, span, namesakes, grounds)) continue
    const { ranked: all } = rankNamesakes(namesakes, {
      kinds,
      country,
      countries: grounds.countries,
      nearby: grounds.nearby,
      article: hasArticle(unit, span.start),
    })
    const telling = (each: Namesake | undefined) =>
      isTelling(each, span, [...grounds.countries, ...grounds.nearby])
    // Durban is the port, not the hamlet of France.
    const spelt = speltSo(all, unit.passage.text.slice(span.start, span.end), country)
    const ranked =
      isSure || telling(spelt[0]) ? spelt : spelt.toSorted((a, b) => Number(telling(b)) - Number(telling(a)))
    const first = ranked[0]
    if (!first && country === null) continue
    if (!isSure && !(telling(first) && (first === spelt[0] || (first?.weight ?? 0) >= 100_000))) continue
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

// Münster has letters that Munster in Alsace lacks.
function speltSo(all: readonly Namesake[], written: string, country: string | null): readonly Namesake[] {
  if (country !== null || !/[äöüßñõøåãşšžčćłńř]/iu.test(written.normalize('NFC'))) return all
  const isSpelt = ({ name }: Namesake) => Object.values(name).includes(written.normalize('NFC'))
  return all.toSorted((a, b) => Number(isSpelt(b)) - Number(isSpelt(a)))
}

// « Deir el-Qamar », « Rostov-sur-le-Don »: a place called Deir or Rostov is not what is named.
const goesOn = /^(?: (?:el|al|ed|es|ez|ech|er)[- ]\p{Lu}|-(?:sur|en|l[eè]s?|la|sous|de|du|el|al)-)/u

// « district de Long Biên »: a place called Long, elsewhere, is not what is named.
function isCutShort(
  unit: Unit,
  spans: NameSpan[],
  span: NameSpan,
  namesakes: readonly Namesake[],
  grounds: ScanGrounds,
): boolean {
  const longer = spans.find(
    ({ end, start }) => end > span.end && !/ \p{Ll}/u.test(unit.passage.text.slice(start, end)),
  )
  if (!longer || kindAfter(unit.plain.slice(span.end))) return false
  const rest = unit.passage.text.slice(span.end, longer.end).trim()
  return (
    /^-?\p{Lu}\p{Ll}/u.test(rest) &&
    !/[.]/.test(rest) &&
    (/^-/.test(rest) ||
      !namesakes.some(
        ({ country, weight }) => grounds.countries.slice(0, 3).includes(country) && weight > 2000,
      ))
  )
}

/** « du Mans » is Le Mans, « de la Flèche » may be La Flèche. */
function namesakesOf(
  span: NameSpan,
  article: string | null,
  gazetteer: Gazetteer,
): { name: string; namesakes: readonly Namesake[] } {
  const withArticle = article === null ? undefined : gazetteer.get(`${article} ${span.folded}`)
  const own = gazetteer.get(span.folded) ?? gazetteer.get(bareFold(span.folded)) ?? []
  if (withArticle && weightOf(withArticle) > weightOf(own))
    return { name: articleOf(article), namesakes: withArticle }
  return { name: '', namesakes: own }
}

const weightOf = (namesakes: readonly Namesake[]) => Math.max(0, ...namesakes.map(({ weight }) => weight))

// The first word of a sentence has its capital for another reason if the text writes it small elsewhere.
function isWordHere({ plain }: Unit, { start, end, folded }: NameSpan): boolean {
  if (/ /.test(folded)) return false
  const isFirst = start === 0 || /[.!?:;«"\n•-] ?$/.test(plain.slice(Math.max(0, start - 2), start))
  return (
    isFirst &&
    /^(?:a|aux?|notre|votre|leur|leurs|tous|toutes|chaque|plusieurs|ainsi|enfin|ensuite|apres|avant|depuis|entre|lors|pendant|selon|vers|chez|sous|outre|malgre|cependant|toutefois|aujourd|hier|demain)$/.test(
      folded,
    ) === true &&
    plain.length >= end
  )
}

// « Le Port » in the middle of a sentence has its capital because it is a name.
function isArticled({ passage: { text }, plain }: Unit, { start, end }: NameSpan): boolean {
  return (
    /^(?:Le|La|Les) \p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) &&
    !/(?:^|[.!?:;«"-] ?)$/.test(plain.slice(0, start))
  )
}

// A bare name counts if it is that of a place of some size, or of a country that the text is about.
function isTelling(first: Namesake | undefined, span: NameSpan, countries: readonly string[]): boolean {
  if (!first) return false
  if (countries.includes(first.country)) return first.weight >= 800 || span.folded.includes(' ')
  // A French or Korean town is a likelier meaning than a word.
  const isLikely = isHome(first) && span.folded.length > 4
  return (
    first.weight >=
    (isLikely && !/^(?:orange|tours|nancy|orly|vienne|bourg|royan|union|arles)$/.test(span.folded)
      ? 5000
      : 20_000)
  )
}

// « la Mayenne » is the département, « Mayenne » the town.
const hasArticle = ({ plain }: Unit, start: number) =>
  /(?:^|[ (])(?:la |le |l'|les |du |des )$/u.test(plain.slice(Math.max(0, start - 5), start))
