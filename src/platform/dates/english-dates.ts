import { centuryOf, type DateLanguage, dayParts, decadeOf } from './date-language.ts'
import type { DatePoint } from './edtf-point.ts'

export const englishDates: DateLanguage = {
  point,
  around: (date) => `around ${article(date)}${point(date)}`,
  span(start, end) {
    const [first, last] = [dayParts(start.from), dayParts(end.from)]
    const short = start.precision === end.precision && first.year === last.year
    if (short && start.precision === 'month') return `${monthName(first.month)}–${point(end)}`
    if (short && start.precision === 'day' && first.month === last.month) return `${first.day}–${point(end)}`
    if (short && start.precision === 'day') return `${dayAndMonth(start.from)} – ${point(end)}`
    return start.precision === 'year' && end.precision === 'year'
      ? `${point(start)}–${point(end)}`
      : this.join(point(start), point(end))
  },
  join: (start, end) => `${start} – ${end}`,
  since: (date) => `since ${date.approximate ? 'around ' : ''}${article(date)}${point(date)}`,
  startingFrom: (date) => `from ${date.approximate ? 'around ' : ''}${article(date)}${point(date)}`,
  until: (date) => `until ${date.approximate ? 'around ' : ''}${article(date)}${point(date)}`,
  onDay: wholeDay,
  between(from, to) {
    const [first, last] = [dayParts(from), dayParts(to)]
    if (first.year !== last.year) return `between ${wholeDay(from)} and ${wholeDay(to)}`
    return `between ${first.month === last.month ? first.day : dayAndMonth(from)} and ${wholeDay(to)}`
  },
  fromTo(from, to) {
    const [first, last] = [dayParts(from), dayParts(to)]
    if (first.year !== last.year) return `from ${wholeDay(from)} to ${wholeDay(to)}`
    return `from ${first.month === last.month ? first.day : dayAndMonth(from)} to ${wholeDay(to)}`
  },
  fromDay: (day) => `from ${wholeDay(day)}`,
  upToDay: (day) => `until ${wholeDay(day)}`,
  notes: {
    approximate: ' (approximate)',
    uncertain: ' (uncertain)',
    unknownStart: ' (start unknown)',
    unknownEnd: ' (end unknown)',
  },
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const seasons: Readonly<Record<number, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'first quarter of',
  34: 'second quarter of',
  35: 'third quarter of',
  36: 'fourth quarter of',
  40: 'first half of',
  41: 'second half of',
}

function point(date: DatePoint): string {
  const { year, month } = dayParts(date.from)
  switch (date.precision) {
    case 'day':
      return wholeDay(date.from)
    case 'month':
      return `${monthName(month)} ${year}`
    case 'season':
      return `${seasons[date.season ?? 0] ?? ''} ${date.season === 24 ? `${year}–${year + 1}` : year}`
    case 'year':
      return String(year)
    case 'decade':
      return `${decadeOf(date)}s`
    case 'century':
      return `${ordinal(centuryOf(date))} century`
  }
}

function article(date: DatePoint): string {
  const named = date.precision === 'decade' || date.precision === 'century' || (date.season ?? 0) > 24
  return named ? 'the ' : ''
}

function wholeDay(day: string): string {
  return `${dayAndMonth(day)} ${dayParts(day).year}`
}

function dayAndMonth(day: string): string {
  return `${dayParts(day).day} ${monthName(dayParts(day).month)}`
}

function monthName(month: number): string {
  return months[month - 1] ?? ''
}

function ordinal(number: number): string {
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${number}${endings[ordinals.select(number)] ?? 'th'}`
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
