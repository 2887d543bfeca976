import type { Calendar, CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import { calendarBytes } from '../../../platform/calendar/writing/write-calendar.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { lastDayOf } from '../events/known-days.ts'
import { beginningOn, calendarSeries, endOfVague } from '../recurrence/calendar-series.ts'
import { occurrenceOf, seriesOf } from '../recurrence/occurrence.ts'
import { ruleWords } from '../recurrence/rule-words.ts'
import {
  addressOf,
  type CalendarFeeding,
  categoriesOf,
  type FeedEvent,
  type Feeding,
  hostsLine,
  placeOf,
  seriesLines,
  sourceLines,
  statusLines,
  summaryOf,
  titleOf,
  wholeDayLines,
} from './feed-event.ts'
import { feedTitle } from './feed-links.ts'
import { listFeedEvents, type WantedEvents } from './rows.queries.ts'
import { toldDate } from './told-date.ts'

const refreshMinutes = 60

/** What a calendar leaves out, and reports. */
export interface LeftOut {
  undated: number
  vague: number
}

/** The calendar of a network for programs; `source` is its address, left out if that is secret. */
export function calendarHead(feeding: Feeding, source: string | null, { undated, vague }: LeftOut): Calendar {
  const { reader } = feeding
  const { language } = reader
  const missing = [
    ...(undated === 0 ? [] : [reader.t('agenda.feed.undated', { count: undated })]),
    ...(vague === 0 ? [] : [reader.t('agenda.feed.vague', { count: vague })]),
  ]
  return {
    product: productOf(reader),
    name: { text: feedTitle(reader, feeding.network), language },
    description: { text: [reader.t('agenda.list.lead'), ...missing].join(' '), language },
    ...(source === null ? {} : { source }),
    refreshMinutes,
  }
}

/** `-//Entente//Agenda//FR` */
export function productOf({ language }: Reader): string {
  return `-//Entente//Agenda//${language.toUpperCase()}`
}

const daysOfMonth = 31
const daysOfYear = 365

/**
 * Whether the date of an event is too vague for a calendar, where it would be a bar over months. Dates to the month are not, nor are plans
 * dated more closely than to the year. Days that all belong to the event are not vague, however many.
 */
function isTooVague({ reader }: Feeding, event: FeedEvent): boolean {
  if (event.startsAt !== null) return false
  const { days } = toldDate(reader, event)
  if (days === null || days.isExact) return false
  const length = Temporal.PlainDate.from(days.from).until(days.to).days + 1
  return length > daysOfMonth && (event.state !== 'planned' || length >= daysOfYear)
}

/**
 * An event for calendar programs, with the same uid in every language; nothing if its date is unknown. A vague date becomes all the days
 * that it may mean, tentative and free. A series has its rule, and one more component for each changed occurrence.
 */
export function calendarEventsOf(feeding: CalendarFeeding, event: FeedEvent): CalendarEvent[] {
  const whole = calendarEventOf(feeding, event)
  if (whole === null) return []
  const series = event.recurrence === null ? null : seriesOf(event)
  if (series === null) return [whole]
  const { shape, recurrence } = series
  const title = titleOf(feeding, event)
  const text = shape.isExact ? title.text : `${title.text} (${ruleWords(feeding.reader, shape, recurrence)})`
  const changed = recurrence.changes.flatMap(({ id }): CalendarEvent[] => {
    const occurrence = calendarEventOf(feeding, occurrenceOf(event, id))
    return occurrence === null ? [] : [{ ...occurrence, changeOf: beginningOn(shape, id) }]
  })
  return [
    {
      ...whole,
      ...endOfVague(shape, whole),
      summary: { ...whole.summary, text },
      recurrence: calendarSeries(shape, recurrence),
    },
    ...changed,
  ]
}

function calendarEventOf(feeding: CalendarFeeding, event: FeedEvent): CalendarEvent | null {
  const time = timeOf(feeding, event)
  if (time === null) return null
  const { language } = feeding.reader
  const title = titleOf(feeding, event)
  const location = placeOf(feeding, event)
  const { conferenceUrl } = event
  return {
    uid: `event-${event.id}@${feeding.uidHost}`,
    stampedAt: event.updatedAt,
    changedAt: event.updatedAt,
    sequence: event.sequence,
    summary: {
      text: time.said === null ? title.text : `${title.text} (${time.said})`,
      language: title.language,
    },
    ...time.calendar,
    description: { text: descriptionOf(feeding, event), language },
    ...(location === null ? {} : { location: { text: location, language } }),
    address: addressOf(feeding, event),
    categories: categoriesOf(feeding, event),
    ...(conferenceUrl !== null && feeding.isInside
      ? { conference: { address: conferenceUrl, label: feeding.reader.t('agenda.event.conference') } }
      : {}),
  }
}

interface Time {
  calendar: Pick<CalendarEvent, 'start' | 'end' | 'status' | 'isTransparent'>
  /** The date in words, where the days alone would say too much. */
  said: string | null
}

function timeOf(feeding: Feeding, event: FeedEvent): Time | null {
  const { startsAt, endsAt, zone } = event
  const isSure = event.state === 'past' || event.firmness === null || event.firmness === 'planned'
  const status = event.state === 'cancelled' ? 'cancelled' : isSure ? 'confirmed' : 'tentative'
  if (startsAt !== null && zone !== null) {
    const start = { kind: 'instant', at: startsAt, zone } as const
    const end = endsAt ?? endOfLastDay(event, zone)
    return { said: null, calendar: { start, ...(end ? { end: { ...start, at: end } } : {}), status } }
  }
  const { days, shown, after } = toldDate(feeding.reader, event)
  if (days === null) return null
  return {
    said: days.isExact ? null : shown,
    calendar: {
      start: { kind: 'day', day: days.from },
      end: { kind: 'day', day: after },
      status: days.isExact || status === 'cancelled' ? status : 'tentative',
      isTransparent: true,
    },
  }
}

// The hour at which it ends is not known: its last day is whole.
function endOfLastDay(event: FeedEvent, zone: string): Date | null {
  const last = lastDayOf(event)
  if (last === null) return null
  const after = Temporal.PlainDate.from(last).add({ days: 1 }).toZonedDateTime(zone)
  return new Date(after.epochMilliseconds)
}

const datesTold = 6

// Calendars show one clock, their own: the others are given in words.
function descriptionOf(feeding: Feeding, event: FeedEvent): string {
  let text = ''
  for (const line of seriesLines(feeding, event, datesTold)) text += `${line}\n`
  for (const line of wholeDayLines(feeding, event)) text += `${line}\n`
  for (const line of statusLines(feeding, event)) text += `${line}\n`
  for (const line of [summaryOf(feeding, event), hostsLine(feeding, event)])
    if (line !== null) text += `${line}\n`
  for (const line of sourceLines(feeding, event)) text += `${line}\n`
  return text + addressOf(feeding, event)
}

/** The calendar of a network as bytes to send, with or without the vaguest dates; `source` is its address, unless that is secret. */
export async function writeCalendarFeed(
  context: Context,
  feeding: CalendarFeeding,
  wanted: WantedEvents,
  { hasVague, source }: { hasVague: boolean; source: string | null },
): Promise<Buffer> {
  const rows = await listFeedEvents(context, wanted)
  const leftOut = { undated: 0, vague: 0 }
  function* dated(events: Iterable<FeedEvent>): Generator<CalendarEvent> {
    for (const each of events) {
      if (!hasVague && isTooVague(feeding, each)) {
        leftOut.vague++
        continue
      }
      const told = calendarEventsOf(feeding, each)
      if (told.length === 0) leftOut.undated++
      yield* told
    }
  }
  return calendarBytes(() => calendarHead(feeding, source, leftOut), dated(rows))
}
