import type { AuthorityMention } from './authority-mention.ts'
import type { Namesake } from './gazetteer.ts'
import type { HangulKind } from './hangul-kinds.ts'
import { countryOfRegions, regionsBeside } from './hangul-regions.ts'
import { isNotHangulName, soundsForeign } from './not-hangul-names.ts'
import type { HangulSpan, ScanGrounds } from './spans.ts'
import { stopNames } from './stop-names.ts'

/** 일본 아와지시, 디종 메트로폴: an unknown name with its country before it, or with its kind. */
export function readUnknownKind(
  text: string,
  spans: HangulSpan[],
  grounds: ScanGrounds,
  before: AuthorityMention | undefined,
): AuthorityMention | null {
  for (const { start, end, kind } of spans.toReversed()) {
    if (
      !kind ||
      kind.isOffice ||
      (grounds.isTaken(start, end) && !kind.isApart) ||
      end - start < 2 ||
      /^ .+ /u.test(text.slice(end, end + (kind?.length ?? 0)))
    )
      continue
    const whole = text.slice(start, end + kind.length)
    if (isNotHangulName(whole) || isNotHangulName(text.slice(start, end)) || stopNames.has(whole)) return null
    const country =
      kind.country ??
      grounds.countryBeside(start, end + kind.length) ??
      foreign(countryOfRegions(regionsBeside(text, start, end + kind.length, before, grounds.gazetteer))) ??
      countryOfUpper(text, start, before) ??
      grounds.countryOfRow(start) ??
      onlyAbroad(text, start, kind, grounds.countries)
    // A word that ends like a kind of Korea (본부, 특성) is one more often than an authority abroad.
    if (
      country === null ||
      (kind.kinds.includes('municipality') && kind.kinds.length === 1 && country !== 'JP')
    )
      return null
    return mentionOf(
      text,
      { start, end: end + kind.length, nameEnd: end + kind.length },
      kind.kinds,
      [],
      country,
      true,
    )
  }
  return null
}

// 베이징시 하이뎬구, 중국 싱청시(1996년), 룽커우시: a name within a town abroad, or after it in a list, is of its country.
const countryOfUpper = (text: string, start: number, before: AuthorityMention | undefined) =>
  before &&
  before.end < start &&
  before.country !== 'KR' &&
  /^(?:의)? ?$|^(?: ?\([^)]*\))?(?:, ?|·| 및 |와 |과 )$/u.test(text.slice(before.end, start))
    ? before.country
    : null

// 껀터시 at the head of an item, in a text about one other country: nothing of Korea is called so.
function onlyAbroad(
  text: string,
  start: number,
  kind: HangulKind,
  countries: readonly string[],
): string | null {
  const [first, second] = countries.filter((country) => country !== 'KR')
  const isHead =
    /^[^가-힣]{0,4}$/u.test(text.slice(0, start)) &&
    /^ ?[:(–-]/u.test(text.slice(start).replace(/^[가-힣]+/u, ''))
  const isName = isHead || soundsForeign(/^[가-힣]+/u.exec(text.slice(start))?.[0] ?? '')
  return first && !second && isName && (kind.kinds.includes('municipality') || kind.kinds.includes('level_1'))
    ? first
    : null
}

/** The country of a region, unless it is Korea, whose names are all known. */
export const foreign = (country: string | null) => (country === 'KR' ? null : country)

interface Place {
  start: number
  end: number
  nameEnd: number
}

/** A mention of the authorities with a name in Hangul. */
export function mentionOf(
  text: string,
  { start, end, nameEnd }: Place,
  kinds: readonly string[],
  namesakes: readonly Namesake[],
  country: string | null,
  isSure: boolean,
): AuthorityMention {
  return {
    start,
    end,
    name: text.slice(start, nameEnd),
    nameStart: start,
    nameEnd,
    kinds,
    namesakes,
    country,
    isSure,
  }
}
