import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import { calendarBytes } from '../../../platform/calendar/writing/write-calendar.ts'
import type { Context } from '../../../platform/context/context.ts'
import { calendarEventsOf, calendarHead } from './calendar-feed.ts'
import type { FeedEvent, Feeding } from './feed-event.ts'
import { listFeedEvents, type WantedEvents } from './rows/queries.ts'

/** The calendar of a network as the bytes that are sent; `source` is its address, where that may stand in it. */
export async function writeCalendarFeed(
  context: Context,
  feeding: Feeding,
  wanted: WantedEvents,
  source: string | null,
): Promise<Buffer> {
  const rows = await listFeedEvents(context, wanted)
  let undated = 0
  function* dated(events: Iterable<FeedEvent>): Generator<CalendarEvent> {
    for (const each of events) {
      const told = calendarEventsOf(feeding, each)
      if (told.length === 0) undated++
      yield* told
    }
  }
  return calendarBytes(() => calendarHead(feeding, source, undated), dated(rows))
}
