import { readEdtf, readSaidDate } from '../../../../platform/dates/index.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { EventKind } from '../../../agenda/events/index.ts'
import type { Field } from '../fields.ts'
import { cellWords, type WordLists } from '../words/word-list.ts'
import type { CellErrorCode } from './cell-error.ts'

/** What a row says of an event. Dates are EDTF, instants ISO in UTC; vague statements, and hours without a zone, stay words. */
export interface EventFacts {
  title: string
  kind: EventKind | null
  when: string | null
  words: string
  startsAt: string | null
  endsAt: string | null
  zone: string | null
  venue: string
  link: string
}

interface Cells {
  text(field: Field): string
  refuse(field: Field, code: CellErrorCode, text: string): void
  lists: WordLists
}

export function readEventFacts(cells: Cells): EventFacts {
  const { text, refuse } = cells
  const title = text('event.title')
  if (title === '') refuse('event.title', 'titleMissing', '')
  const start = readDate(cells, 'event.start')
  const end = readDate(cells, 'event.end')
  const when = spanOf(start, end)
  if (when === 'backwards') refuse('event.end', 'endBeforeStart', text('event.end'))
  const day =
    start !== null && isDay(start.edtf) && (end === null || end.edtf === start.edtf) ? start.edtf : null
  const hours = readHours(cells, start?.time ?? null, end?.time ?? null)
  const zone = readZone(cells)
  const instants = day !== null && zone !== null && hours ? instantsOf(cells, day, hours, zone) : null
  const said = [start?.words, end?.words, instants || !hours ? null : hours.words].filter((each) => each)
  return {
    title,
    kind: readKind(cells),
    when: when === 'backwards' ? null : when,
    words: said.join(', '),
    ...(instants ?? { startsAt: null, endsAt: null, zone: null }),
    venue: text('event.place'),
    link: readLink(cells),
  }
}

interface ReadDate {
  edtf: string
  words: string | null
  /** The time in a cell that holds a day and an hour. */
  time: string | null
}

const lastYear = 2200

function readDate({ text, refuse }: Cells, field: 'event.start' | 'event.end'): ReadDate | null {
  const cell = text(field)
  if (cell === '') return null
  const [, dayPart, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(cell) ?? []
  const date = readSaidDate(dayPart ?? cell, 'fr')
  if (date && Number(readEdtf(date.edtf).to.slice(0, 4)) <= lastYear)
    return { edtf: date.edtf, words: date.words, time: time === undefined || time === '00:00' ? null : time }
  refuse(field, 'dateUnknown', cell)
  return null
}

function spanOf(start: ReadDate | null, end: ReadDate | null): string | null | 'backwards' {
  if (start === null || end === null) return start?.edtf ?? null
  if (readEdtf(end.edtf).to < readEdtf(start.edtf).from) return 'backwards'
  if (start.edtf === end.edtf) return start.edtf
  const isSpan = start.edtf.includes('/') || end.edtf.includes('/')
  return isSpan ? start.edtf : `${start.edtf}/${end.edtf}`
}

interface Hours {
  from: string
  to: string | null
  words: string
}

/** « 9h–18h30 », “09:00”, 10시~17시 30분; else the hours of the dates. */
function readHours({ text, refuse }: Cells, from: string | null, to: string | null): Hours | null {
  const cell = text('event.hours')
  if (cell === '') return from === null ? null : { from, to, words: [from, to].filter(Boolean).join(' – ') }
  const read = [...cell.matchAll(/(\d{1,2})\s*[:hH시]\s*(\d{2})?/g)].map(
    ([, hour = '', minute = '00']) => `${hour.padStart(2, '0')}:${minute}`,
  )
  const [first, second] = read
  const isRight = read.length <= 2 && read.every((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
  if (first && isRight) return { from: first, to: second ?? null, words: cell }
  refuse('event.hours', 'hoursUnknown', cell)
  return null
}

function readZone({ text, refuse }: Cells): string | null {
  const cell = text('event.zone')
  if (cell === '') return null
  const known = Object.entries(cellWords().zones).find(([, words]) => words.includes(fold(cell)))?.[0]
  try {
    return new Intl.DateTimeFormat('en', { timeZone: known ?? cell }).resolvedOptions().timeZone
  } catch {
    refuse('event.zone', 'zoneUnknown', cell)
    return null
  }
}

function instantsOf({ text, refuse }: Cells, day: string, { from, to }: Hours, zone: string) {
  const at = (time: string) => Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant()
  const [start, end] = [at(from), to === null ? null : at(to)]
  if (end !== null && Temporal.Instant.compare(end, start) <= 0) {
    refuse('event.hours', 'endBeforeStart', text('event.hours'))
    return null
  }
  const written = (moment: Temporal.Instant) => moment.toString({ smallestUnit: 'second' })
  return { startsAt: written(start), endsAt: end && written(end), zone }
}

function readKind({ text, refuse, lists }: Cells): EventKind | null {
  const cell = text('event.kind')
  if (cell === '') return null
  const kind = lists.eventKinds.get(fold(cell)) ?? null
  if (kind === null) refuse('event.kind', 'kindUnknown', cell)
  return kind
}

function readLink({ text, refuse }: Cells): string {
  const cell = text('event.link')
  if (cell === '' || /^https?:$/.test(URL.parse(cell)?.protocol ?? '')) return cell
  refuse('event.link', 'linkWrong', cell)
  return ''
}

function isDay(edtf: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(edtf)
}
