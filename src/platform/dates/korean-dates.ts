import { centuryOf, type DateLanguage, dayParts, decadeOf } from './date-language.ts'
import type { DatePoint } from './edtf-point.ts'

export const koreanDates: DateLanguage = {
  point,
  around,
  span(start, end) {
    const [first, last] = [dayParts(start.from), dayParts(end.from)]
    const short = start.precision === end.precision && first.year === last.year
    if (short && start.precision === 'month') return `${point(start)}~${last.month}월`
    if (short && start.precision === 'day' && first.month === last.month)
      return `${point(start)}~${last.day}일`
    if (short && start.precision === 'day') return `${point(start)}~${monthAndDay(end.from)}`
    return this.join(point(start), point(end))
  },
  join: (start, end) => `${start}~${end}`,
  since: (date) => `${date.approximate ? around(date) : point(date)}부터`,
  startingFrom: (date) => `${date.approximate ? around(date) : point(date)}부터`,
  until: (date) => `${date.approximate ? around(date) : point(date)}까지`,
  onDay: wholeDay,
  between: fromTo,
  fromTo,
  fromDay: (day) => `${wholeDay(day)}부터`,
  upToDay: (day) => `${wholeDay(day)}까지`,
  notes: {
    approximate: '(대략적인 날짜)',
    uncertain: '(불확실)',
    unknownStart: '(시작 시점 미상)',
    unknownEnd: '(종료 시점 미상)',
  },
}

const seasons: Readonly<Record<number, string>> = {
  21: '봄',
  22: '여름',
  23: '가을',
  24: '겨울',
  33: '1분기',
  34: '2분기',
  35: '3분기',
  36: '4분기',
  40: '상반기',
  41: '하반기',
}

function point(date: DatePoint): string {
  const { year, month } = dayParts(date.from)
  switch (date.precision) {
    case 'day':
      return wholeDay(date.from)
    case 'month':
      return `${year}년 ${month}월`
    case 'season':
      return `${date.season === 24 ? `${year}~${year + 1}` : year}년 ${seasons[date.season ?? 0] ?? ''}`
    case 'year':
      return `${year}년`
    case 'decade':
      return `${decadeOf(date)}년대`
    case 'century':
      return `${centuryOf(date)}세기`
  }
}

// 경 joins a day, a month or a year; a season takes 무렵, written apart.
function around(date: DatePoint): string {
  return `${point(date)}${date.precision === 'season' ? ' 무렵' : '경'}`
}

function fromTo(from: string, to: string): string {
  const sameYear = dayParts(from).year === dayParts(to).year
  return `${wholeDay(from)}부터 ${sameYear ? monthAndDay(to) : wholeDay(to)}까지`
}

function wholeDay(day: string): string {
  return `${dayParts(day).year}년 ${monthAndDay(day)}`
}

function monthAndDay(day: string): string {
  return `${dayParts(day).month}월 ${dayParts(day).day}일`
}
