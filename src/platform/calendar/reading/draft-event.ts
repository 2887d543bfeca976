import { createHash } from 'node:crypto'
import type { CalendarEvent, CalendarTime } from '../calendar-event.ts'
import { type Component, lineOf } from './components.ts'
import { readTextValue } from './content-lines.ts'
import { readAdded, readExcluded, readRules, type Timed } from './draft-series.ts'
import { readEventTexts, said } from './event-texts.ts'
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
