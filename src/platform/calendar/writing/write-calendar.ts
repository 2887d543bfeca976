import type { Calendar, CalendarEvent, CalendarTime } from '../calendar-event.ts'
import { contentLine } from './content-line.ts'
import { escapeText, uriValue } from './escaping.ts'
import { eventComponent, languageLine } from './event-component.ts'
import { zoneComponent } from './zone-rules.ts'

const chunkUnits = 64 * 1024
const yearsOfSeries = 20

/** A whole calendar as a text: for mails and single events. */
export function writeCalendar(calendar: Calendar, events: readonly CalendarEvent[]): string {
  return calendarChunks(calendar, events).toArray().join('')
}

/** A calendar (RFC 5545) in pieces of some 64 kB, with the rules of each zone that an event has: feeds are sent as they are written. */
export function* calendarChunks(calendar: Calendar, events: readonly CalendarEvent[]): Generator<string> {
  const zones = new UsedZones()
  for (const event of events) zones.note(event)
  yield* bodyChunks(headOf(calendar) + zones.components(), events)
}

/** Writes a calendar as bytes, from events that come one by one and are not kept; asks `calendar` at the end, for what is known then. */
export function calendarBytes(calendar: () => Calendar, events: Iterable<CalendarEvent>): Buffer {
  const zones = new UsedZones()
  const chunks: Buffer[] = []
  for (const chunk of bodyChunks('', zones.noting(events))) chunks.push(Buffer.from(chunk))
  return Buffer.concat([Buffer.from(headOf(calendar()) + zones.components()), ...chunks])
}

function* bodyChunks(head: string, events: Iterable<CalendarEvent>): Generator<string> {
  let chunk = head
  for (const event of events) {
    chunk += eventComponent(event)
    if (chunk.length < chunkUnits) continue
    yield chunk
    chunk = ''
  }
  yield `${chunk}END:VCALENDAR\r\n`
}

function headOf({ product, method, name, description, source, refreshMinutes }: Calendar): string {
  let lines = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${contentLine(`PRODID:${escapeText(product)}`)}CALSCALE:GREGORIAN\r\n`
  if (method) lines += `METHOD:${method}\r\n`
  // What programs before RFC 7986 read is written beside its successor.
  if (name) lines += languageLine('NAME', name) + languageLine('X-WR-CALNAME', { text: name.text })
  if (description)
    lines +=
      languageLine('DESCRIPTION', description) + languageLine('X-WR-CALDESC', { text: description.text })
  if (source) lines += contentLine(`SOURCE;VALUE=URI:${uriValue(source)}`)
  if (refreshMinutes)
    lines += `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M\r\nX-PUBLISHED-TTL:PT${refreshMinutes}M\r\n`
  return lines
}

/** Each zone of some events, with the first and the last year in which it is used. */
class UsedZones {
  readonly #zones = new Map<string, [number, number]>()

  note({ start, end, changeOf, recurrence }: CalendarEvent): void {
    this.#noteTime(start)
    this.#noteTime(end)
    this.#noteTime(changeOf)
    this.#noteUntil(start, recurrence?.rule)
    for (const time of recurrence?.excluded ?? []) this.#noteTime(time)
    for (const time of recurrence?.added ?? []) this.#noteTime(time)
  }

  *noting(events: Iterable<CalendarEvent>): Generator<CalendarEvent> {
    for (const event of events) {
      this.note(event)
      yield event
    }
  }

  /** Their rules, in the order of their names. */
  components(): string {
    return [...this.#zones]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([zone, years]) => zoneComponent(zone, years))
      .join('')
  }

  // An event that repeats for ever needs the clocks of some more years, where no yearly rule gives them.
  #noteUntil(start: CalendarTime, rule: string | undefined): void {
    if (start.kind !== 'instant' || rule === undefined) return
    const until = /UNTIL=(\d{4})/.exec(rule)?.[1]
    const year = until === undefined ? start.at.getUTCFullYear() + yearsOfSeries : Number(until)
    this.#noteTime({ ...start, at: new Date(Date.UTC(year, 6)) })
  }

  #noteTime(time: CalendarTime | undefined): void {
    if (time?.kind !== 'instant' || time.zone === 'UTC') return
    const year = time.at.getUTCFullYear()
    const years = this.#zones.get(time.zone)
    if (!years) this.#zones.set(time.zone, [year, year])
    else if (year < years[0]) years[0] = year
    else if (year > years[1]) years[1] = year
  }
}
