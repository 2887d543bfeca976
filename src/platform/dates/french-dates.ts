import { centuryOf, type DateLanguage, dayParts, decadeOf } from './date-language.ts'
import type { DatePoint } from './edtf-point.ts'

export const frenchDates: DateLanguage = {
  point,
  around: (date) => `vers ${article(date)}${point(date)}`,
  span(start, end) {
    const [first, last] = [dayParts(start.from), dayParts(end.from)]
    const short = start.precision === end.precision && first.year === last.year
    if (short && start.precision === 'month') return `${monthName(first.month)}–${point(end)}`
    if (short && start.precision === 'day' && first.month === last.month)
      return `${ordinal(first.day)}–${point(end)}`
    if (short && start.precision === 'day') return `${dayAndMonth(start.from)} – ${point(end)}`
    return start.precision === 'year' && end.precision === 'year'
      ? `${point(start)}–${point(end)}`
      : this.join(point(start), point(end))
  },
  join: (start, end) => `${start} – ${end}`,
  since: (date) => `depuis ${article(date)}${point(date)}${date.approximate ? ' environ' : ''}`,
  startingFrom: (date) => `à partir ${ofDate(date)}${point(date)}${date.approximate ? ' environ' : ''}`,
  until: (date) => `jusqu’${until[article(date)]}${point(date)}${date.approximate ? ' environ' : ''}`,
  onDay: (day) => `le ${wholeDay(day)}`,
  between(from, to) {
    const [first, last] = [dayParts(from), dayParts(to)]
    if (first.year !== last.year) return `entre le ${wholeDay(from)} et le ${wholeDay(to)}`
    const start = first.month === last.month ? ordinal(first.day) : dayAndMonth(from)
    return `entre le ${start} et le ${wholeDay(to)}`
  },
  fromTo(from, to) {
    const [first, last] = [dayParts(from), dayParts(to)]
    if (first.year !== last.year) return `du ${wholeDay(from)} au ${wholeDay(to)}`
    return `du ${first.month === last.month ? ordinal(first.day) : dayAndMonth(from)} au ${wholeDay(to)}`
  },
  fromDay: (day) => `à partir du ${wholeDay(day)}`,
  upToDay: (day) => `jusqu’au ${wholeDay(day)}`,
  notes: {
    approximate: ' (date approximative)',
    uncertain: ' (date incertaine)',
    unknownStart: ' (début inconnu)',
    unknownEnd: ' (fin inconnue)',
  },
}

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

const seasons: Readonly<Record<number, string>> = {
  21: 'printemps',
  22: 'été',
  23: 'automne',
  24: 'hiver',
  33: '1er trimestre',
  34: '2e trimestre',
  35: '3e trimestre',
  36: '4e trimestre',
  40: '1er semestre',
  41: '2e semestre',
}

type Article = 'le ' | 'l’' | 'les ' | ''

const until: Readonly<Record<Article, string>> = { 'le ': 'au ', 'l’': 'à l’', 'les ': 'aux ', '': 'en ' }

function point(date: DatePoint): string {
  const { year, month } = dayParts(date.from)
  switch (date.precision) {
    case 'day':
      return wholeDay(date.from)
    case 'month':
      return `${monthName(month)} ${year}`
    case 'season':
      return `${seasons[date.season ?? 0] ?? ''} ${date.season === 24 ? `${year}-${year + 1}` : year}`
    case 'year':
      return String(year)
    case 'decade':
      return `années ${decadeOf(date)}`
    case 'century':
      return `${roman(centuryOf(date))}${centuryOf(date) === 1 ? 'er' : 'e'} siècle`
  }
}

function article(date: DatePoint): Article {
  if (date.precision === 'year' || date.precision === 'month') return ''
  if (date.precision === 'decade') return 'les '
  return date.precision === 'season' && /^[éah]/.test(point(date)) ? 'l’' : 'le '
}

const fromArticles: Readonly<Record<Article, string>> = {
  'le ': 'du ',
  'l’': 'de l’',
  'les ': 'des ',
  '': 'de ',
}

function ofDate(date: DatePoint): string {
  return /^[aoé]/.test(point(date)) && article(date) === '' ? 'd’' : fromArticles[article(date)]
}

function wholeDay(day: string): string {
  return `${dayAndMonth(day)} ${dayParts(day).year}`
}

function dayAndMonth(day: string): string {
  return `${ordinal(dayParts(day).day)} ${monthName(dayParts(day).month)}`
}

function ordinal(day: number): string {
  return day === 1 ? '1er' : String(day)
}

function monthName(month: number): string {
  return months[month - 1] ?? ''
}

function roman(number: number): string {
  const signs: readonly [value: number, sign: string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  const [value, sign] = signs.find(([size]) => size <= number) ?? [number, '']
  return number === 0 ? '' : sign + roman(number - value)
}
