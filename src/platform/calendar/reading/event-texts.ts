import {
  attendeeAnswers,
  type CalendarAttendee,
  type CalendarEvent,
  type CalendarPerson,
  type CalendarText,
  eventStatuses,
} from '../calendar-event.ts'
import { type Component, lineOf } from './components.ts'
import { type ContentLine, readTextList, readTextValue } from './content-lines.ts'

/** The properties of an event other than its time. */
export type EventTexts = Omit<
  CalendarEvent,
  'uid' | 'stampedAt' | 'start' | 'end' | 'recurrence' | 'changeOf'
>

export function readEventTexts(component: Component): EventTexts {
  const value = (name: string) => lineOf(component, name)?.value.trim() ?? ''
  const status = value('STATUS').toLowerCase()
  const transparency = value('TRANSP').toUpperCase()
  const sequence = Number(value('SEQUENCE') || Number.NaN)
  const categories = component.lines
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap((line) => readTextList(line.value))
  const attendees = component.lines
    .filter(({ name }) => name === 'ATTENDEE')
    .flatMap((line) => readAttendee(line))
  const isKnown = transparency === 'TRANSPARENT' || transparency === 'OPAQUE'
  return said({
    sequence: Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : undefined,
    status: eventStatuses.find((each) => each === status),
    summary: textOf(component, 'SUMMARY') ?? { text: '' },
    description: textOf(component, 'DESCRIPTION'),
    location: textOf(component, 'LOCATION'),
    geo: readGeo(value('GEO')),
    address: webAddress(value('URL')),
    conference: readConference(lineOf(component, 'CONFERENCE')),
    categories: categories.length > 0 ? categories : undefined,
    organizer: readPerson(lineOf(component, 'ORGANIZER')),
    attendees: attendees.length > 0 ? attendees : undefined,
    isPrivate: /^(?:PRIVATE|CONFIDENTIAL)$/i.test(value('CLASS')) || undefined,
    isTransparent: isKnown ? transparency === 'TRANSPARENT' : undefined,
    alarms: readAlarms(component),
  })
}

/** An object without its undefined properties. */
export function said<T extends object>(given: T): T {
  for (const [name, value] of Object.entries(given))
    if (value === undefined) Reflect.deleteProperty(given, name)
  return given
}

function textOf(component: Component, name: string): CalendarText | undefined {
  const line = lineOf(component, name)
  const text = line ? readTextValue(line.value).trim() : ''
  if (!line || text === '') return undefined
  const language = line.parameters.LANGUAGE
  return language ? { text, language } : { text }
}

function readGeo(value: string): CalendarEvent['geo'] {
  const [latitude = Number.NaN, longitude = Number.NaN] = value.split(';').map(Number)
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && value !== ''
    ? { latitude, longitude }
    : undefined
}

// Other schemes run or open something on the machine of a reader who follows them.
function webAddress(value: string): string | undefined {
  const protocol = URL.parse(value)?.protocol
  return protocol === 'https:' || protocol === 'http:' ? value : undefined
}

function readConference(line: ContentLine | undefined): CalendarEvent['conference'] {
  const address = webAddress(line?.value.trim() ?? '')
  if (!line || address === undefined) return undefined
  const label = line.parameters.LABEL
  return label ? { address, label } : { address }
}

function readPerson(line: ContentLine | undefined): CalendarPerson | undefined {
  const [, address] = /^mailto:(\S+)$/i.exec(line?.value.trim() ?? '') ?? []
  if (!line || address === undefined) return undefined
  const name = line.parameters.CN?.trim()
  return name ? { address, name } : { address }
}

function readAttendee(line: ContentLine): CalendarAttendee[] {
  const person = readPerson(line)
  if (!person) return []
  const { ROLE: role, RSVP: asked, PARTSTAT: stored } = line.parameters
  return [
    said({
      ...person,
      answer: attendeeAnswers.find((each) => each === stored?.toLowerCase()),
      isOptional: role === undefined ? undefined : /^OPT-/i.test(role),
      isAsked: asked === undefined ? undefined : /^TRUE$/i.test(asked),
    }),
  ]
}

function readAlarms({ parts }: Component): CalendarEvent['alarms'] {
  const alarms = parts.flatMap((part) => {
    if (part.name !== 'VALARM') return []
    const [, minutes] = /^-PT(\d{1,6})M$/.exec(lineOf(part, 'TRIGGER')?.value.trim() ?? '') ?? []
    const text = readTextValue(lineOf(part, 'DESCRIPTION')?.value ?? '')
    return minutes === undefined ? [] : [{ minutesBefore: Number(minutes), text }]
  })
  return alarms.length > 0 ? alarms : undefined
}
