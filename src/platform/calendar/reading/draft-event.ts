import { createHash } from 'node:crypto'
import {
  attendeeAnswers,
  type CalendarAttendee,
  type CalendarEvent,
  type CalendarPerson,
  type CalendarText,
  type CalendarTime,
  eventStatuses,
} from '../calendar-event.ts'
import { type Component, lineOf } from './components.ts'
import { type ContentLine, readTextList, readTextValue } from './content-lines.ts'
import { readAdded, readExcluded, readRules, type Timed } from './draft-series.ts'
import { type Moment, type ReadingContext, readMoment, timeOf } from './moment.ts'
import type { Rule } from './recurrence-rule.ts'
import { EventUnreadable } from './remarks.ts'
import { endAfter, type Span, spanOrNote } from './span.ts'
import { readWallTime } from './wall-time.ts'

/** A VEVENT with its times on their clocks: an event, or a change of one occurrence. */
export interface DraftEvent {
  event: CalendarEvent
  start: Moment
  span: Span | null
  rules: Rule[]
  /** What takes the times of a rule away again, as older calendars do. */
  excludedRules: Rule[]
  added: Timed[]
  excluded: Moment[]
  changeOf: Moment | null
  /** The change holds for all that follow as well. */
  isForLater: boolean
}

/** What an event is called, read from its component alone, so that one that cannot be read can still be named. */
export function subjectOf(component: Component): string {
  const summary = readTextValue(lineOf(component, 'SUMMARY')?.value ?? '').trim()
  return (summary || (lineOf(component, 'UID')?.value ?? '')).slice(0, 100)
}

export function uidOf(component: Component): string {
  const uid = lineOf(component, 'UID')?.value.trim()
  if (uid) return readTextValue(uid)
  // A file that is read again gives the same event.
  const facts = ['DTSTART', 'DTEND', 'SUMMARY'].map((name) => lineOf(component, name)?.value ?? '')
  return `${createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32)}@unnamed`
}

export function readChangeOf(readingContext: ReadingContext, component: Component): Moment | null {
  const line = lineOf(component, 'RECURRENCE-ID')
  return line ? readMoment(readingContext, line) : null
}

/** Reads a VEVENT; refuses one without a time that can be read. */
export function draftEvent(readingContext: ReadingContext, component: Component): DraftEvent {
  const startLine = lineOf(component, 'DTSTART')
  if (!startLine) throw new EventUnreadable('noStart')
  const start = readMoment(readingContext, startLine)
  const span = spanOrNote(readingContext, start, lineOf(component, 'DTEND'), lineOf(component, 'DURATION'))
  const rules = readRules(readingContext, component)
  const excludedRules = readRules(readingContext, component, 'EXRULE')
  const [added, excluded] = [
    readAdded(readingContext, component, span),
    readExcluded(readingContext, component),
  ]
  const changeOf = readChangeOf(readingContext, component)
  const instant = (name: string) => readStamp(lineOf(component, name)?.value)
  const event: CalendarEvent = said({
    uid: uidOf(component),
    stampedAt: instant('DTSTAMP') ?? instant('LAST-MODIFIED') ?? new Date(0),
    changedAt: instant('LAST-MODIFIED'),
    start: timeOf(start),
    end: span ? endAfter(start, span) : undefined,
    ...readEventTexts(component),
    recurrence: recurrenceOf(rules, added, excluded),
    changeOf: changeOf ? timeOf(changeOf) : undefined,
  })
  const isForLater = isChangeForLater(component)
  return { event, start, span, rules, excludedRules, added, excluded, changeOf, isForLater }
}

export function isChangeForLater(component: Component): boolean {
  return /^THISANDFUTURE$/i.test(lineOf(component, 'RECURRENCE-ID')?.parameters.RANGE ?? '')
}

// The time of publication matters little: a stamp that cannot be read costs no event.
function readStamp(value = ''): Date | undefined {
  const read = readWallTime(value)
  return read ? new Date(read.wall.toZonedDateTime('UTC').epochMilliseconds) : undefined
}

function recurrenceOf(
  [rule]: readonly Rule[],
  added: readonly Timed[],
  excluded: readonly Moment[],
): CalendarEvent['recurrence'] {
  if (!rule && added.length === 0) return undefined
  const times = (moments: readonly Moment[]): CalendarTime[] | undefined =>
    moments.length > 0 ? moments.map(timeOf) : undefined
  return said({
    rule: rule ? [...rule].map(([name, value]) => `${name}=${value}`).join(';') : undefined,
    excluded: times(excluded),
    added: times(added.map(({ start }) => start)),
  })
}

/** The properties of an event other than its time. */
type EventTexts = Omit<CalendarEvent, 'uid' | 'stampedAt' | 'start' | 'end' | 'recurrence' | 'changeOf'>

function readEventTexts(component: Component): EventTexts {
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
function said<T extends object>(given: T): T {
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
