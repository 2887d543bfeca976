import type { Calendar, CalendarEvent, CalendarTime } from '../calendar-event.ts'
import { contentLine } from './content-line.ts'
import { escapeText, uriValue } from './escaping.ts'
import { eventComponent, textLine } from './event-component.ts'
import { zoneComponent } from './zone-rules.ts'

const chunkUnits = 64 * 1024

/** A whole calendar as a text: for mails and single events. */
export function writeCalendar(calendar: Calendar, events: readonly CalendarEvent[]): string {
  return calendarChunks(calendar, events).toArray().join('')
}

/** A calendar (RFC 5545) in pieces of some 64 kB, with the rules of each zone that an event has: feeds are sent as they are written. */
export function* calendarChunks(calendar: Calendar, events: readonly CalendarEvent[]): Generator<string> {
  let chunk = headOf(calendar)
  for (const [zone, years] of zonesOf(events)) chunk += zoneComponent(zone, years)
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
  // What programs before RFC 7986 read stands beside its successor.
  if (name) lines += textLine('NAME', name) + textLine('X-WR-CALNAME', { text: name.text })
  if (description)
    lines += textLine('DESCRIPTION', description) + textLine('X-WR-CALDESC', { text: description.text })
  if (source) lines += contentLine(`SOURCE;VALUE=URI:${uriValue(source)}`)
  if (refreshMinutes)
    lines += `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M\r\nX-PUBLISHED-TTL:PT${refreshMinutes}M\r\n`
  return lines
}

/** Each zone of the events with the first and the last year in which it is used, in the order of its name. */
function zonesOf(events: readonly CalendarEvent[]): [string, [number, number]][] {
  const zones = new Map<string, [number, number]>()
  const note = (time: CalendarTime | undefined) => {
    if (time?.kind !== 'instant' || time.zone === 'UTC') return
    const year = time.at.getUTCFullYear()
    const years = zones.get(time.zone)
    if (!years) zones.set(time.zone, [year, year])
    else if (year < years[0]) years[0] = year
    else if (year > years[1]) years[1] = year
  }
  for (const { start, end, changeOf, recurrence } of events) {
    note(start)
    note(end)
    note(changeOf)
    for (const time of recurrence?.excluded ?? []) note(time)
    for (const time of recurrence?.added ?? []) note(time)
  }
  return [...zones].toSorted(([one], [other]) => (one < other ? -1 : 1))
}
