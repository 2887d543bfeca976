import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { AuthorityMention } from './authority-mention.ts'
import { rankNamesakes } from './choose-namesake.ts'
import type { Namesake } from './gazetteer.ts'
import { type HangulKind, isUnionKind } from './hangul-kinds.ts'
import { countryOfRegions, regionsBeside, withoutRegionsInBrackets } from './hangul-regions.ts'
import { isWeek, soundsForeign } from './not-hangul-names.ts'
import type { HangulSpan, PassageSpans, ScanGrounds } from './spans.ts'
import { stopNames } from './stop-names.ts'
import { foreign, mentionOf, readUnknownKind } from './unknown-kinds.ts'

/** Every beginning of a Hangul word that may be the name of an authority, folded, with and without a separate kind. */
export function hangulNamesIn(text: string, { hangul }: PassageSpans): string[] {
  return hangul.flatMap((spans) =>
    spans.flatMap(({ start, end, folded, kind }) =>
      kind?.isApart ? [folded, withoutGrand(folded), fold(text.slice(start, end + kind.length))] : [folded],
    ),
  )
}

/** French names of the towns in the names of intercommunal bodies for which the directory has no Hangul name. */
export function unionTownsIn({ hangul }: PassageSpans, gazetteer: ScanGrounds['gazetteer']): string[] {
  return hangul.flatMap((spans) =>
    spans.flatMap(({ folded, kind }) =>
      kind?.isApart && isUnionKind(kind.kinds)
        ? townsOf(folded, gazetteer).map(({ name }) => fold(name.fr ?? ''))
        : [],
    ),
  )
}

const withoutGrand = (folded: string) => folded.replace(/^그랑(?=[가-힣]{2})/u, '')

const townsOf = (folded: string, gazetteer: ScanGrounds['gazetteer']) =>
  (gazetteer.get(folded) ?? gazetteer.get(withoutGrand(folded)) ?? []).filter(
    ({ country, kind }) => country === 'FR' && kind === 'commune',
  )

/** Authorities that a passage names in Hangul, in reading order, without overlaps. */
export function scanHangul(unit: Unit, grounds: ScanGrounds): AuthorityMention[] {
  const { text } = unit.passage
  const found: AuthorityMention[] = []
  for (const spans of grounds.spans.hangul) {
    const before = found.at(-1)
    if ((before?.end ?? 0) > (spans[0]?.start ?? 0)) continue
    const mention = readName(text, spans, grounds, before)
    if (!mention) continue
    // 경상북도 포항시, 서울 구로구: the upper authority only gives the location of the lower one.
    if (before && isWithin(before, mention, text)) found.pop()
    found.push(before && isWithin(before, mention, text) ? { ...mention, start: before.start } : mention)
  }
  return withoutRegionsInBrackets(text, found)
}

function readName(
  text: string,
  spans: HangulSpan[],
  grounds: ScanGrounds,
  before: AuthorityMention | undefined,
): AuthorityMention | null {
  for (const span of spans) {
    const { start, end, folded, kind } = span
    if (grounds.isTaken(start, end) && !kind?.isApart) continue
    if (isWeek(text.slice(start, end + (kind?.length ?? 0)))) continue
    const namesakes = namesakesOf(text, span, grounds)
    if (namesakes.length === 0) continue
    const regions = regionsBeside(text, start, end + (kind?.length ?? 0), before, grounds.gazetteer)
    const lower = namesakes.filter(
      ({ parentId }) => parentId !== null && regions.some(({ id }) => id === parentId),
    )
    const country =
      kind?.country ??
      grounds.countryBeside(start, end + (kind?.length ?? 0)) ??
      foreign(countryOfRegions(regions)) ??
      countryInRow(namesakes, kind, grounds.countryOfRow(start))
    const ends =
      /(?:특별시|광역시|특별자치시|특별자치도|시|군|구|도|주|현|성|자치구)$/u.test(text.slice(start, end)) &&
      end - start > 2
    const isSure = kind !== null || country !== null || ends || lower.length > 0
    if ((!isSure || (country === null && !kind && lower.length === 0)) && stopNames.has(folded)) continue
    if (end - start === 1 && (country === null || kind === null)) continue
    const { ranked } = rankNamesakes(lower.length > 0 ? lower : namesakes, {
      kinds: kind?.kinds ?? [],
      country,
      countries: grounds.countries,
      article: null,
    })
    const best = ranked[0]
    if (!best || (!isSure && !isTelling(best, folded, grounds.countries))) continue
    return mentionOf(
      text,
      { start, end: end + (kind?.length ?? 0), nameEnd: kind?.isApart ? end + kind.length : end },
      kind?.kinds ?? [],
      ranked,
      country ?? best.country,
      isSure,
    )
  }
  return readUnknownKind(text, spans, grounds, before)
}

// 천안시 | 미국 | 랭커스터시: the column of countries concerns the partner, not a town that exists only in Korea.
function countryInRow(
  namesakes: readonly Namesake[],
  kind: HangulKind | null,
  country: string | null,
): string | null {
  if (country === null) return null
  const isAtHome =
    namesakes.some((each) => each.country === 'KR' && (kind === null || kind.kinds.includes(each.kind))) &&
    !namesakes.some((each) => each.country === country)
  return isAtHome ? 'KR' : country
}

// A bare name counts if it is that of a town of some size in a country that the text is about: 고리 and 다만 are usually words.
function isTelling(
  { country, kind, weight, isPast, nameKind }: Namesake,
  folded: string,
  countries: readonly string[],
): boolean {
  if (kind === 'administrative_place' || kind === 'autonomous_gu' || isPast) return false
  // 덩케르크: whatever the countries of the text, hardly a word sounds like a town of some size by chance.
  if (weight >= 8000 && (nameKind === 'sounding' || (country === 'FR' && soundsForeign(folded)))) return true
  return countries.includes(country)
    ? weight >= 30_000 || (country === 'FR' && folded.length > 3 && weight > 3000)
    : weight >= 300_000 && folded.length > 2
}

function namesakesOf(
  text: string,
  { start, end, folded, kind }: HangulSpan,
  { gazetteer }: ScanGrounds,
): readonly Namesake[] {
  if (kind?.isOffice) return (gazetteer.get(folded) ?? []).filter((each) => kind.kinds.includes(each.kind))
  // 찰스턴카운티: not a town of that name.
  if (kind && text.startsWith('카운티', end))
    return (
      gazetteer.get(fold(text.slice(start, end + kind.length))) ??
      (gazetteer.get(folded) ?? []).filter((each) => each.kind === 'level_2')
    )
  if (!kind?.isApart) return gazetteer.get(folded) ?? []
  const whole = gazetteer.get(fold(text.slice(start, end + kind.length)))
  if (whole) return whole
  if (!isUnionKind(kind.kinds))
    return (gazetteer.get(folded) ?? []).filter(
      (each) => kind.kinds.includes(each.kind) && (kind.country === null || each.country === kind.country),
    )
  const unions = townsOf(folded, gazetteer).flatMap(({ name }) => gazetteer.get(fold(name.fr ?? '')) ?? [])
  return unions.filter((each) => each.country === 'FR' && kind.kinds.includes(each.kind))
}

function isWithin(upper: AuthorityMention, lower: AuthorityMention, text: string): boolean {
  if (!/^(?:의)? ?$/u.test(text.slice(upper.end, lower.start)) || upper.end > lower.start) return false
  const parent = upper.namesakes[0]
  if (!parent) return upper.country !== 'KR' && upper.country !== null && upper.country === lower.country
  if (lower.namesakes.length === 0)
    return (
      parent.country !== 'KR' &&
      parent.country === lower.country &&
      (parent.kind === 'level_1' || /[구현]$/u.test(lower.name))
    )
  // 광주 북구: of all that are called so, the one in which it lies.
  return lower.namesakes.some(
    ({ parentId, country }) =>
      (parentId !== null && upper.namesakes.some(({ id }) => id === parentId)) ||
      (country === parent.country && country !== 'KR'),
  )
}
