import type { Calendar, CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import {
  addressOf,
  categoriesOf,
  type FeedEvent,
  type Feeding,
  hostsLine,
  placeOf,
  sourceLines,
  standingLines,
  summaryOf,
  titleOf,
  wholeDayLines,
} from './feed-event.ts'
import { feedTitle } from './feed-title.ts'
import { toldDate } from './told-date.ts'

const refreshMinutes = 60

/** The calendar of a network as programs fetch it; `source` is where, and left out where that address is secret. */
export function calendarHead(feeding: Feeding, source: string | null, undated: number): Calendar {
  const { reader } = feeding
  const { language } = reader
  const missing = undated === 0 ? '' : ` ${reader.t('agenda.feed.undated', { count: undated })}`
  return {
    product: productOf(reader),
    name: { text: feedTitle(reader, feeding.network), language },
    description: { text: `${reader.t('agenda.list.lead')}${missing}`, language },
    ...(source === null ? {} : { source }),
    refreshMinutes,
  }
}

/** `-//Entente//Agenda//FR` */
export function productOf({ language }: Reader): string {
  return `-//Entente//Agenda//${language.toUpperCase()}`
}

/**
 * An event as calendar programs know it, the same by its uid in every language; null for one whose date nobody has said. A vague date
 * is all the days that it may mean, tentatively, and takes nobody’s time.
 */
export function calendarEventOf(feeding: Feeding, event: FeedEvent): CalendarEvent | null {
  const time = timeOf(feeding, event)
  if (time === null) return null
  const { language } = feeding.reader
  const title = titleOf(feeding, event)
  const location = placeOf(feeding, event)
  const { conferenceUrl } = event
  return {
    uid: `event-${event.id}@${hostOf(feeding.baseUrl)}`,
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
  /** The date as it was said, where the days alone would say too much. */
  said: string | null
}

function timeOf(feeding: Feeding, event: FeedEvent): Time | null {
  const { startsAt, endsAt, zone } = event
  const isSure = event.state === 'past' || event.firmness === null || event.firmness === 'planned'
  const status = event.state === 'cancelled' ? 'cancelled' : isSure ? 'confirmed' : 'tentative'
  if (startsAt !== null && zone !== null) {
    const start = { kind: 'instant', at: startsAt, zone } as const
    return { said: null, calendar: { start, ...(endsAt ? { end: { ...start, at: endsAt } } : {}), status } }
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

// Calendars show one clock, their own: the others are said in words.
function descriptionOf(feeding: Feeding, event: FeedEvent): string {
  let text = ''
  for (const line of wholeDayLines(feeding, event)) text += `${line}\n`
  for (const line of standingLines(feeding, event)) text += `${line}\n`
  for (const line of [summaryOf(feeding, event), hostsLine(feeding, event)])
    if (line !== null) text += `${line}\n`
  for (const line of sourceLines(feeding, event)) text += `${line}\n`
  return text + addressOf(feeding, event)
}

const hosts = new Map<string, string>()

function hostOf(baseUrl: string): string {
  const known = hosts.get(baseUrl)
  if (known !== undefined) return known
  const host = new URL(baseUrl).hostname
  hosts.set(baseUrl, host)
  return host
}
