import { spanOf } from '../../dates/index.ts'
import type {
  Calendar,
  CalendarAttendee,
  CalendarEvent,
  CalendarPerson,
  CalendarText,
  CalendarTime,
} from '../calendar-event.ts'
import { asciiLine, contentLine, textLine } from './content-line.ts'
import { escapeText, parameterValue, uriValue } from './escaping.ts'
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

/** An event as a VEVENT. */
function eventComponent(event: CalendarEvent): string {
  const { changedAt, sequence, status, end, address, geo } = event
  const isOfSeries = event.recurrence?.rule !== undefined
  let lines = 'BEGIN:VEVENT\r\n'
  lines += textLine('UID:', event.uid)
  lines += `DTSTAMP:${utcValue(event.stampedAt)}\r\n`
  if (event.changeOf) lines += asciiLine(timeProperty('RECURRENCE-ID', event.changeOf, true))
  lines += asciiLine(timeProperty('DTSTART', event.start, isOfSeries))
  if (end) lines += asciiLine(timeProperty('DTEND', end, isOfSeries))
  if (changedAt) lines += `LAST-MODIFIED:${utcValue(changedAt)}\r\n`
  if (sequence !== undefined) lines += `SEQUENCE:${sequence}\r\n`
  if (status) lines += `STATUS:${status.toUpperCase()}\r\n`
  lines += languageLine('SUMMARY', event.summary)
  if (event.description) lines += languageLine('DESCRIPTION', event.description)
  if (event.location) lines += languageLine('LOCATION', event.location)
  if (geo) lines += `GEO:${geo.latitude.toFixed(6)};${geo.longitude.toFixed(6)}\r\n`
  if (address) lines += asciiLine(`URL:${uriValue(address)}`)
  if (event.isTransparent !== undefined)
    lines += `TRANSP:${event.isTransparent ? 'TRANSPARENT' : 'OPAQUE'}\r\n`
  if (event.categories && event.categories.length > 0)
    lines += contentLine(`CATEGORIES:${event.categories.map(escapeText).join(',')}`)
  return `${lines}${rareLines(event)}END:VEVENT\r\n`
}

/** A text with its language, where it has one. */
function languageLine(name: string, { text, language }: CalendarText): string {
  return textLine(language ? `${name};LANGUAGE=${parameterValue(language)}:` : `${name}:`, text)
}

function rareLines({ conference, organizer, attendees, recurrence, alarms }: CalendarEvent): string {
  let lines = ''
  if (recurrence?.rule) lines += contentLine(`RRULE:${recurrence.rule}`)
  for (const time of recurrence?.excluded ?? []) lines += asciiLine(timeProperty('EXDATE', time, true))
  for (const time of recurrence?.added ?? []) lines += asciiLine(timeProperty('RDATE', time, true))
  if (conference) {
    const label = conference.label ? `;LABEL=${parameterValue(conference.label)}` : ''
    lines += contentLine(`CONFERENCE;VALUE=URI${label}:${uriValue(conference.address)}`)
  }
  if (organizer) lines += contentLine(`ORGANIZER${named(organizer)}`)
  for (const attendee of attendees ?? [])
    lines += contentLine(`ATTENDEE${statusOf(attendee)}${named(attendee)}`)
  for (const { minutesBefore, text } of alarms ?? [])
    lines += `BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT${minutesBefore}M\r\n${textLine('DESCRIPTION:', text)}END:VALARM\r\n`
  return lines
}

function named({ name, address }: CalendarPerson): string {
  return `${name ? `;CN=${parameterValue(name)}` : ''}:mailto:${encodeURI(address.toWellFormed())}`
}

function statusOf({ answer, isOptional, isAsked }: CalendarAttendee): string {
  const parameters = [
    ...(isOptional === undefined ? [] : [`ROLE=${isOptional ? 'OPT' : 'REQ'}-PARTICIPANT`]),
    ...(answer ? [`PARTSTAT=${answer.toUpperCase()}`] : []),
    ...(isAsked === undefined ? [] : [`RSVP=${isAsked ? 'TRUE' : 'FALSE'}`]),
  ]
  return parameters.map((parameter) => `;${parameter}`).join('')
}

/**
 * A property with a time, such as `DTSTART;TZID=Europe/Paris:20170707T100000`. In a series all times are on
 * the clock of their zone, also an hour that it shows twice: in UTC, the others would be at that hour of UTC.
 */
function timeProperty(name: string, time: CalendarTime, isOfSeries = false): string {
  if (time.kind === 'day') return `${name};VALUE=DATE:${time.day.replaceAll('-', '')}`
  if (time.kind === 'floating') return `${name}:${basicTime(time.at)}`
  const local = time.zone === 'UTC' ? null : zonedValue(time.at, time.zone, isOfSeries)
  return local === null ? `${name}:${utcValue(time.at)}` : `${name};TZID=${time.zone}:${local}`
}

/** An instant in UTC: `20170707T080000Z`. */
function utcValue(at: Date): string {
  const ms = at.getTime()
  if (ms !== last.ms) last = { ms, text: `${basic(ms)}Z` }
  return last.text
}

// Most events of a feed have the same stamp.
let last = { ms: Number.NaN, text: '' }

/** An instant on the clock of a zone: `20170707T100000`; null for an hour that it shows twice, which readers take differently. */
function zonedValue(at: Date, zone: string, isOfSeries: boolean): string | null {
  const ms = at.getTime()
  const span = spanOf(ms, zone)
  const isPlain = ms >= span.plainFrom && ms < span.plainUntil
  return isPlain || isOfSeries ? basic(ms + span.offset) : null
}

const basicTime = (iso: string) => iso.slice(0, 19).replaceAll(/[-:]/g, '')

const dayMs = 86_400_000
const mostDays = 20_000
const dayTexts = new Map<number, string>()
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

function basic(ms: number): string {
  const day = Math.floor(ms / dayMs)
  const seconds = Math.floor((ms - day * dayMs) / 1_000)
  const [hour, minute] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  return `${dayText(day)}T${twoDigits[hour]}${twoDigits[minute]}${twoDigits[seconds % 60]}`
}

function dayText(day: number): string {
  const known = dayTexts.get(day)
  if (known !== undefined) return known
  if (dayTexts.size >= mostDays) dayTexts.clear()
  const text = new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '')
  dayTexts.set(day, text)
  return text
}
