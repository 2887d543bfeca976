import type { CalendarAttendee, CalendarEvent, CalendarPerson, CalendarText } from '../calendar-event.ts'
import { asciiLine, contentLine, textLine } from './content-line.ts'
import { escapeText, parameterValue, uriValue } from './escaping.ts'
import { timeProperty, utcValue } from './written-time.ts'

/** An event as a VEVENT. */
export function eventComponent(event: CalendarEvent): string {
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
export function languageLine(name: string, { text, language }: CalendarText): string {
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
