import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import { calendarBytes } from '../../../platform/calendar/writing/write-calendar.ts'
import type { Context } from '../../../platform/context/context.ts'
import { calendarEventsOf, calendarHead, isTooVague } from './calendar-feed.ts'
import type { CalendarFeeding, FeedEvent } from './feed-event.ts'
import { listFeedEvents, type WantedEvents } from './rows.queries.ts'

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
