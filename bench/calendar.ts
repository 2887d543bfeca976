import type { CalendarEvent } from '../src/platform/calendar/calendar-event.ts'
import { readCalendarFile } from '../src/platform/calendar/reading/read-calendar-file.ts'
import { calendarChunks } from '../src/platform/calendar/writing/write-calendar.ts'
import { bareCalendar, isSameCalendar } from './bare/bare-calendar.ts'
import { bareEvent } from './bare/bare-event.ts'
import { type Row, row } from './report/row.ts'
import { spreadOf } from './report/statistics.ts'

const count = 10_000
const rounds = 15
const mostTimes = 1.5
const mostReadingSeconds = 5

const summaries = [
  ['fr', 'Réunion du groupe-pays : bilan de l’année et préparation des rencontres'],
  ['ko', '한·불 지방정부 교류협력 정기회의: 2018년 사업 계획 및 예산, 자매결연 10주년 기념행사'],
  ['en', 'Workshop on ceramics; visit of the studios'],
] as const

/** Ten thousand events written as a calendar, against the same text joined by hand, and read again. */
export async function measureCalendar(): Promise<Row[]> {
  const events = Array.from({ length: count }, (_, index) => eventAt(index))
  const bare = events.map(bareEvent)
  // Both write the bytes that are sent.
  const write = () =>
    Array.from(calendarChunks({ product: '-//Entente//Bench//EN' }, events), (chunk) => Buffer.from(chunk))
  const text = Buffer.concat(write()).toString()
  const head = text.slice(0, text.indexOf('BEGIN:VEVENT'))
  if (!isSameCalendar(bareCalendar(head, bare), text)) throw new Error('The two calendars differ')
  const [own, plain]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    own.push(timed(write))
    plain.push(timed(() => Buffer.from(bareCalendar(head, bare))))
  }
  const ratio = spreadOf(own.map((ms, round) => ms / (plain[round] ?? ms)))
  const startedAt = performance.now()
  const window = { from: 0, until: Date.UTC(2040, 0), most: 100 }
  const read = await readCalendarFile(Buffer.from(text), { megabytes: 20, window })
  const seconds = (performance.now() - startedAt) / 1000
  return [
    row({
      what: `writing a calendar of ${count.toLocaleString('en-GB')} events`,
      figure: `${spreadOf(own).median.toFixed(1)} ms`,
      baseline: `the same ${(text.length / 1e6).toFixed(1)} MB put together by hand: ${spreadOf(plain).median.toFixed(1)} ms`,
      ratio,
      wanted: `≤ ${mostTimes} times`,
      verdict: ratio.median <= mostTimes ? 'met' : 'SHORT',
    }),
    row({
      what: `reading it again in a process of its own, ${read.events.length.toLocaleString('en-GB')} events`,
      figure: `${seconds.toFixed(2)} s`,
      baseline: '',
      wanted: `< ${mostReadingSeconds} s`,
      verdict: read.events.length === count && seconds < mostReadingSeconds ? 'met' : 'SHORT',
    }),
  ]
}

function timed(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function eventAt(index: number): CalendarEvent {
  // Of some hours of the day, and of none that a clock shows twice: those are written in UTC.
  const at = Date.UTC(2015, 0, 1, 6 + (index % 9)) + Math.floor(index / 3) * 86_400_000
  const [language, text] = summaries[index % summaries.length] ?? summaries[0]
  const zone = index % 2 === 0 ? 'Europe/Paris' : 'Asia/Seoul'
  return {
    uid: `event-${index}@entente.example`,
    stampedAt: new Date(at - 86_400_000),
    changedAt: new Date(at - 86_400_000),
    sequence: index % 3,
    status: 'confirmed',
    start: { kind: 'instant', at: new Date(at), zone },
    end: { kind: 'instant', at: new Date(at + 7_200_000), zone },
    summary: { text: `${text} (${index})`, language },
    description: { text: `${text}.\n${text}, ${index}`, language },
    location: { text: 'Mairie, 1 place de la République, 이천시', language },
    address: `https://entente.example/${language}/france-coree/events/${index}`,
    categories: ['culture', 'youth'],
  }
}
