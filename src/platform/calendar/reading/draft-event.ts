import { createHash } from 'node:crypto'
import type { CalendarEvent, CalendarTime } from '../calendar-event.ts'
import { type Component, lineOf } from './components.ts'
import { readTextValue } from './content-lines.ts'
import { readEventTexts, said } from './event-texts.ts'
import { type Ground, type Moment, readMoment, readMoments, timeOf } from './moment.ts'
import { readRule } from './recurrence-rule.ts'
import { EventUnreadable } from './remarks.ts'
import { endAfter, readSpan, type Span } from './span.ts'
import { readWallTime } from './wall-time.ts'

/** A VEVENT with its times on their clocks: an event, or a change of one occurrence. */
export interface DraftEvent {
  event: CalendarEvent
  start: Moment
  span: Span | null
  rule: ReadonlyMap<string, string> | null
  added: Moment[]
  excluded: Moment[]
  changeOf: Moment | null
  /** The change holds for all that follow as well. */
  isForLater: boolean
}

/** Of a component alone, so that what cannot be read can be told of: what it is called. */
export function subjectOf(component: Component): string {
  const summary = readTextValue(lineOf(component, 'SUMMARY')?.value ?? '').trim()
  return (summary || (lineOf(component, 'UID')?.value ?? '')).slice(0, 100)
}

export function uidOf(component: Component): string {
  const uid = lineOf(component, 'UID')?.value.trim()
  if (uid) return readTextValue(uid)
  // The same file read again tells of the same event.
  const facts = ['DTSTART', 'DTEND', 'SUMMARY'].map((name) => lineOf(component, name)?.value ?? '')
  return `${createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 32)}@unnamed`
}

export function readChangeOf(ground: Ground, component: Component): Moment | null {
  const line = lineOf(component, 'RECURRENCE-ID')
  return line ? readMoment(ground, line) : null
}

/** Reads a VEVENT; refuses one of which it cannot be said when it is. */
export function draftEvent(ground: Ground, component: Component): DraftEvent {
  const startLine = lineOf(component, 'DTSTART')
  if (!startLine) throw new EventUnreadable('noStart')
  const start = readMoment(ground, startLine)
  const endLine = lineOf(component, 'DTEND')
  const end = endLine ? readMoment(ground, endLine) : null
  const span = readSpan(start, end, lineOf(component, 'DURATION'))
  const rule = ruleOf(component)
  const all = (name: string) =>
    component.lines.filter((line) => line.name === name).flatMap((line) => readMoments(ground, line))
  const [added, excluded] = [all('RDATE'), all('EXDATE')]
  const changeOf = readChangeOf(ground, component)
  const instant = (name: string) => readStamp(lineOf(component, name)?.value)
  const event: CalendarEvent = said({
    uid: uidOf(component),
    stampedAt: instant('DTSTAMP') ?? instant('LAST-MODIFIED') ?? new Date(0),
    changedAt: instant('LAST-MODIFIED'),
    start: timeOf(start),
    end: span ? endAfter(start, span) : undefined,
    ...readEventTexts(component),
    recurrence: recurrenceOf(rule, added, excluded),
    changeOf: changeOf ? timeOf(changeOf) : undefined,
  })
  const isForLater = /^THISANDFUTURE$/i.test(lineOf(component, 'RECURRENCE-ID')?.parameters.RANGE ?? '')
  return { event, start, span, rule, added, excluded, changeOf, isForLater }
}

function ruleOf(component: Component): ReadonlyMap<string, string> | null {
  const line = lineOf(component, 'RRULE')
  if (!line) return null
  const rule = readRule(line.value)
  // One day of a series would pass for all of it.
  if (!rule) throw new EventUnreadable('ruleUnreadable', line.value.slice(0, 60))
  return rule
}

// When something was said is of no weight: a stamp that cannot be read costs no event.
function readStamp(value = ''): Date | undefined {
  const read = readWallTime(value)
  return read ? new Date(read.wall.toZonedDateTime('UTC').epochMilliseconds) : undefined
}

function recurrenceOf(
  rule: ReadonlyMap<string, string> | null,
  added: readonly Moment[],
  excluded: readonly Moment[],
): CalendarEvent['recurrence'] {
  if (!rule && added.length === 0) return undefined
  const times = (moments: readonly Moment[]): CalendarTime[] | undefined =>
    moments.length > 0 ? moments.map(timeOf) : undefined
  return said({
    rule: rule ? [...rule].map(([name, value]) => `${name}=${value}`).join(';') : undefined,
    excluded: times(excluded),
    added: times(added),
  })
}
