import type { Context } from '../../../platform/context/context.ts'

/** What the calendar calls itself that is followed and keeps an event, and that nobody has untied by a change; or null. */
export async function lookUpFollowed({ database }: Context, eventId: string): Promise<string | null> {
  const row = await database
    .selectFrom('imports_calendar_entry as e')
    .innerJoin('imports_calendar as c', 'c.calendar_id', 'e.calendar_id')
    .select('c.title')
    .where('e.event_id', '=', eventId)
    .where('c.kind', '=', 'subscription')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contributions_version as v')
            .select('v.number')
            .where('v.record_kind', '=', 'event')
            .whereRef('v.record_id', '=', 'e.event_id'),
        ),
      ),
    )
    .executeTakeFirst()
  return row?.title ?? null
}
