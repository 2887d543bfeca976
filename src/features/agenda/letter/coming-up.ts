import { sql } from 'kysely'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { shownOccurrence } from '../recurrence/coming.ts'
import { eventItem } from './event-item.ts'
import {
  listToldEvents,
  selectAhead,
  selectChanged,
  selectNew,
  selectNext,
  selectProposed,
} from './queries.ts'

/** What begins within the months ahead, and all that was moved or called off since the letter before. */
export const comingUp: LetterSource = {
  key: 'agenda.comingUp',
  title: 'agenda.letter.comingUp',
  gather: async (ground) => {
    const { today } = ground.context
    const span = spanOfLetter(ground)
    const next = selectNext(today)
    const isAhead = selectAhead(today)
    // What has a date but no day, « en 2017 », may still begin.
    const isVague = sql`(e.words <> '{}' or e.happens !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$')`
    const begins = sql`(${isAhead} and ${next} <= ${span.until}::date and (${next} >= ${today}::date or ${isVague}))`
    const isToldUndated = sql`(e.starts_on is null and ${selectNew(span)})`
    const condition = sql`not ${selectProposed(span, today)} and (
      (e.state = 'planned' and (${begins} or ${isToldUndated} or (${isAhead} and ${selectChanged(span)})))
      or (e.state = 'cancelled' and ${selectChanged(span)} 
        and (e.recurrence is not null or coalesce(e.ends_on >= ${span.from}::date, true))))`
    const order = sql`${selectChanged(span)} desc, ${next} nulls last, e.ends_on, e.event_id`
    const told = await listToldEvents(ground, { condition, order })
    const days = new Map(told.map(({ event }) => [event.id, shownOccurrence(event, today)]))
    const placeOf = (id: string) => {
      const { startsOn = null, endsOn = null } = days.get(id) ?? {}
      return `${startsOn ?? '~'} ${endsOn ?? '~'}`
    }
    return told
      .toSorted((one, other) => (placeOf(one.event.id) < placeOf(other.event.id) ? -1 : 1))
      .map((each) => eventItem(ground, each))
  },
}
