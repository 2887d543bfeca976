import type { DateMention, DateRule, Relative } from './date-mention.ts'
import { koreanDates, koreanYears } from './korean-dates.ts'
import { latinDates } from './latin-dates.ts'

/** The dates of a plain copy, in reading order; of two that overlap the longer, which has more detail. */
export function findDates(plain: string): DateMention[] {
  if (!mayHoldDate.test(plain)) return []
  // Only Korean writes (2019. 9. 2.).
  const rules = /\p{Script=Hangul}|\d{4}\. ?\d{1,2}\. ?\d{1,2}\./u.test(plain)
    ? [...koreanDates, ...latinDates, ...koreanYears]
    : latinDates
  const found: DateMention[] = []
  // Marks taken units: to search all earlier matches for each date of a long text would be slow.
  const taken = new Uint8Array(plain.length)
  const met = new Map<RegExp, boolean>()
  const has = (need: RegExp) => {
    const isMet = met.get(need) ?? need.test(plain)
    met.set(need, isMet)
    return isMet
  }
  for (const rule of rules.filter(({ needs }) => needs?.every(has) !== false))
    for (const mention of matches(plain, rule)) {
      if (taken.subarray(mention.start, mention.end).includes(1)) continue
      taken.fill(1, mention.start, mention.end)
      found.push(mention)
    }
  return found
    .filter(({ start, end, edtf }) => edtf === null || !isOtherNumber(plain, start, end))
    .sort((a, b) => a.start - b.start)
}

const mayHoldDate =
  /janvier|fevrier|mars|avril|mai\b|juin|juillet|aout|embre|octo|printemps|\bete\b|automne|hiver|spring|summer|autumn|fall|winter|january|february|april|june|july|august|\d|di\b|dimanche|day\b|hier|demain|aujourd|tomorrow|ans?\b|annee|year|month|mois|해|년/

function* matches(plain: string, { pattern, read }: DateRule): Generator<DateMention> {
  pattern.lastIndex = 0
  for (const match of plain.matchAll(pattern)) {
    const date = read(match.slice(1))
    if (date) yield { start: match.index, end: match.index + match[0].trimEnd().length, ...date }
  }
}

// « 2000 habitants », « n° 2015 », « numéro 1990 », « 1 950 000 », « 2012 euros », 제1990호
function isOtherNumber(plain: string, start: number, end: number): boolean {
  if (!/^\d{4}$/.test(plain.slice(start, end))) return false
  return (
    numbered.test(plain.slice(Math.max(0, start - 16), start)) || counted.test(plain.slice(end, end + 16))
  )
}

const numbered =
  /(?:(?<![\p{L}\d])(?:n°s?|nos?\.?|nr\.?|num\.?|numeros?|number|articles?|art\.?|loi|rue|bp|cp|code postal|population|pop\.?|habitants)\s*:?|\d|[€$]|제)\s*$/u

const counted =
  /^\s*(?:habitants|hab\b|euros|€|m2|km|ha\b|eleves|personnes|inhabitants|inhab\b|people|participants|visiteurs|logements|arbres|metres|명|개|원|억|만|호(?![가-힣])|번(?![가-힣])|\d{3}\b|%)/

/**
 * The EDTF of a date that refers to another: `toldBefore` is the last date in the passage before it, `textDay` the day on which the
 * text was written (ISO, as far as known). Null if what it refers to is not known.
 */
export function settleDate(
  relative: Relative,
  toldBefore: string | null,
  textDay: string | null,
  isPast: boolean,
): string | null {
  if (relative.to === 'told') {
    const year = yearOf(toldBefore)
    return year === null ? null : withMonth(year + relative.years, relative.month)
  }
  if (relative.to === 'month') return dayOfMonth(relative, textDay, isPast)
  if (relative.to === 'day') return dayBeside(relative, textDay, isPast)
  const year = yearOf(textDay)
  if (year === null || textDay === null) return null
  if (relative.to === 'text') {
    if (relative.months === 0 && (relative.month !== null || relative.day === undefined))
      return withMonth(year + relative.years, relative.month, relative.day)
    const month = Number(textDay.slice(5, 7))
    if (!month) return null
    const at = year * 12 + month - 1 + relative.months
    return withMonth(Math.floor(at / 12), (at % 12) + 1, relative.day)
  }
  const told = relative.pattern.replace('XXXX', String(year))
  const month = withMonthOfSeason(told)
  const length = Math.min(month.length, textDay.length)
  const side = relative.side ?? (isPast ? 'past' : 'coming')
  const [said, day] = [month.slice(0, length), textDay.slice(0, length)]
  if (side === 'past' && said > day) return relative.pattern.replace('XXXX', String(year - 1))
  if (side === 'coming' && said < day) return relative.pattern.replace('XXXX', String(year + 1))
  return told
}

const middleOfSeason: Readonly<Record<string, string>> = { '21': '04', '22': '07', '23': '10', '24': '12' }

// 2017-22 as 2017-07, to be compared with a day.
const withMonthOfSeason = (edtf: string) =>
  edtf.replace(/(?<=^\d{4}-)2[1-4](?=$)/u, (season) => middleOfSeason[season] ?? season)

// « samedi » in a news item is the last one, or the next if the sentence is about the future.
function dayBeside(
  { weekday, days }: { weekday: number | null; days: number },
  textDay: string | null,
  isPast: boolean,
): string | null {
  if (textDay === null || !/^\d{4}-\d{2}-\d{2}$/.test(textDay)) return null
  const day = Temporal.PlainDate.from(textDay)
  if (weekday === null) return day.add({ days }).toString()
  const ahead = (weekday - day.dayOfWeek + 7) % 7
  return day.add({ days: isPast ? ahead - 7 : ahead === 0 ? 7 : ahead }).toString()
}

// 지난 21일 in a release of the 22nd is the day before, 오는 3일 is of the next month.
function dayOfMonth(
  relative: { day: number; side: 'past' | 'coming' | null },
  textDay: string | null,
  isPast: boolean,
): string | null {
  if (textDay === null || !/^\d{4}-\d{2}-\d{2}$/.test(textDay)) return null
  const today = Temporal.PlainDate.from(textDay)
  const same = today.with({ day: relative.day }, { overflow: 'constrain' })
  if (same.day !== relative.day) return null
  const side = relative.side ?? (isPast ? 'past' : 'coming')
  const order = Temporal.PlainDate.compare(same, today)
  if (side === 'past' && order > 0) return same.subtract({ months: 1 }).toString()
  return side === 'coming' && order < 0 ? same.add({ months: 1 }).toString() : same.toString()
}

function yearOf(edtf: string | null): number | null {
  const year = edtf
    ?.split('/')
    .at(-1)
    ?.match(/^\d{4}/)?.[0]
  return year === undefined ? null : Number(year)
}

const withMonth = (year: number, month: number | null, day?: number) =>
  [year, month, day]
    .filter((part) => part !== null && part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
