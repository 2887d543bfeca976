import type { CalendarEvent } from '../calendar-event.ts'
import { type Component, lineOf, readComponents } from './components.ts'
import { readTextValue } from './content-lines.ts'
import {
  type DraftEvent,
  draftEvent,
  isChangeForLater,
  readChangeOf,
  subjectOf,
  uidOf,
} from './draft-event.ts'
import type { Moment, ReadingContext } from './moment.ts'
import { type LostChange, listOccurrences, type Occurrence, type Window } from './occurrences.ts'
import { type CalendarRemark, CalendarUnreadable, EventUnreadable, omissions } from './remarks.ts'
import { newestOf } from './versions.ts'
import { type FindZone, findZones } from './zones/find-zones.ts'
import { ownClock } from './zones/own-clock.ts'

/** An event of a file with the changes of its occurrences, and the times at which it takes place within the window asked for. */
export interface ReadEvent extends CalendarEvent {
  changes: CalendarEvent[]
  occurrences: Occurrence[]
}

export interface ReadCalendar {
  name: string
  /** The method of the mail that it came with, such as `REQUEST`; empty where there is none. */
  method: string
  events: ReadEvent[]
  remarks: CalendarRemark[]
}

const mostEvents = 50_000
// Series without end, thousands in one file, would take minutes.
const mostOccurrences = 100_000

/** Reads the text of a calendar, lines unfolded. Refuses with a `CalendarUnreadable` one that holds no event with a time. */
export function readCalendar(text: string, window: Window): ReadCalendar {
  const remarks: CalendarRemark[] = []
  const calendars = readComponents(text, remarks)
  if (calendars.length === 0) throw new CalendarUnreadable('notCalendar')
  const count = calendars.reduce((sum, { parts }) => sum + parts.length, 0)
  if (count > mostEvents) throw new CalendarUnreadable('tooManyEvents', String(mostEvents))
  const budget = { left: mostOccurrences }
  const events = calendars.flatMap((calendar) => readEvents(calendar, window, budget, remarks))
  noteOthers(calendars, remarks)
  if (events.length === 0) throw nothingIn(remarks)
  const first = calendars[0]
  const named = (name: string) => readTextValue((first && lineOf(first, name)?.value) ?? '').trim()
  const floating = events.filter(({ start }) => start.kind === 'floating').length
  if (floating > 0) remarks.push({ code: 'floating', subject: '', detail: String(floating) })
  return {
    name: named('NAME') || named('X-WR-CALNAME'),
    method: named('METHOD').toUpperCase(),
    events,
    remarks,
  }
}

interface Drafts {
  byUid: Map<string, DraftEvent[]>
  lost: Map<string, LostChange[]>
}

function readEvents(
  calendar: Component,
  window: Window,
  budget: { left: number },
  remarks: CalendarRemark[],
): ReadEvent[] {
  const zones = findZones(calendar)
  const { byUid, lost } = draftEvents(calendar, zones, remarks)
  const clock = ownClock(calendar, zones)
  const isCancelling = lineOf(calendar, 'METHOD')?.value.trim().toUpperCase() === 'CANCEL'
  return [...byUid].flatMap(([uid, versions]) => {
    const { masters, changes } = newestOf(versions, remarks)
    return masters.map((master) => {
      const subject = master.event.summary.text || uid
      const bounds = { ...window, most: Math.max(1, Math.min(window.most, budget.left)) }
      const series = { master, changes, lost: lost.get(uid) ?? [], clock }
      const occurrences = listOccurrences(series, bounds, (code, detail) =>
        remarks.push({ code, subject, detail }),
      )
      budget.left -= occurrences.length
      const event: CalendarEvent = isCancelling ? { ...master.event, status: 'cancelled' } : master.event
      return { ...event, changes: changes.map((change) => change.event), occurrences }
    })
  })
}

function draftEvents(calendar: Component, zones: FindZone, remarks: CalendarRemark[]): Drafts {
  const told = new Set<string>()
  const noteZone: ReadingContext['noteZone'] = (code, detail) => {
    if (!told.has(`${code} ${detail}`)) remarks.push({ code, subject: '', detail })
    told.add(`${code} ${detail}`)
  }
  const drafts: DraftEvent[] = []
  const lost = new Map<string, LostChange[]>()
  for (const component of calendar.parts.filter(({ name }) => name === 'VEVENT')) {
    const subject = subjectOf(component)
    const note: ReadingContext['note'] = (code, detail) => remarks.push({ code, subject, detail })
    const context = { zones, note, noteZone }
    try {
      drafts.push(draftEvent(context, component))
      if (!lineOf(component, 'UID')) remarks.push({ code: 'uidMissing', subject, detail: '' })
    } catch (error) {
      if (!(error instanceof EventUnreadable)) throw error
      remarks.push({ code: error.code, subject, detail: error.detail })
      const changed = lostChange(context, component)
      if (changed === null) continue
      remarks.push({ code: 'changeLeftOut', subject, detail: changed.wall.toPlainDate().toString() })
      const ofUid = lost.get(uidOf(component)) ?? []
      ofUid.push({ of: changed, isForLater: isChangeForLater(component) })
      lost.set(uidOf(component), ofUid)
    }
  }
  return { byUid: Map.groupBy(drafts, ({ event }) => event.uid), lost }
}

function lostChange(readingContext: ReadingContext, component: Component): Moment | null {
  try {
    return readChangeOf(readingContext, component)
  } catch {
    return null
  }
}

function noteOthers(calendars: readonly Component[], remarks: CalendarRemark[]): void {
  const others = calendars
    .flatMap(({ parts }) => parts)
    .filter(({ name }) => name !== 'VEVENT' && name !== 'VTIMEZONE')
  for (const [name, found] of Map.groupBy(others, (other) => other.name))
    remarks.push({ code: 'notAnEvent', subject: name.slice(0, 40), detail: String(found.length) })
}

// Where all events fail for one reason, that is the reason.
function nothingIn(remarks: readonly CalendarRemark[]): CalendarUnreadable {
  const reasons = remarks.flatMap(({ code, detail }) => {
    const omission = omissions.find((each) => each === code)
    return omission ? [{ code: omission, detail }] : []
  })
  const [first] = reasons
  if (!first) return new CalendarUnreadable('empty')
  return reasons.every(({ code }) => code === first.code)
    ? new CalendarUnreadable(first.code, first.detail)
    : new CalendarUnreadable('nothingUsable')
}
