import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import {
  eventDocument,
  listEventDocuments,
  removeEvents,
  writeEventDocument,
} from '../../agenda/events/index.ts'
import { removeEvidenceOf, removeUnusedSource } from '../../registry/batches/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { listApplied, listUnattended } from './queries.ts'
import type { ImportedCalendar } from './records/queries.ts'
import type { CalendarServices } from './running/commands.ts'
import { listIndexed } from './running/queries.ts'

const atOnce = 250

/**
 * Takes back what a calendar brought. Events that it added are removed, except those that a person has changed since or that another
 * calendar keeps; events that it changed get their former content back.
 */
export async function undo(
  context: Context,
  { textOwners }: Pick<CalendarServices, 'textOwners'>,
  calendar: ImportedCalendar,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  let done = 0
  for (;;) {
    const applied = await listApplied(context, calendar.id, atOnce)
    if (applied.length === 0) break
    await inTransaction(context, async (inside) => {
      await removeOwn(
        inside,
        textOwners,
        calendar.networkId,
        applied.flatMap(({ eventId, before, isKept }) => (isKept || before !== null ? [] : eventId)),
      )
      const restored = applied.filter(({ isKept, before }) => !isKept && before !== null)
      const documents = await listEventDocuments(
        inside,
        calendar.networkId,
        restored.map(({ eventId }) => eventId),
      )
      for (const { eventId, before } of restored) {
        const now = documents.get(eventId)
        if (now)
          await writeEventDocument(
            inside,
            { id: eventId, networkId: calendar.networkId },
            eventDocument.parse(now),
            eventDocument.parse(before),
          )
      }
      await reindexTexts(
        inside,
        textOwners,
        calendar.networkId,
        await listIndexed(
          inside,
          calendar.networkId,
          restored.map(({ eventId }) => eventId),
        ),
      )
      await sql`update imports_calendar_entry set applied_at = null, before = null
        where calendar_id = ${calendar.id} and entry_key = any(${applied.map(({ key }) => key)}::text[])`.execute(
        inside.database,
      )
    })
    done += applied.length
    await progress(done)
  }
  await endReturn(context, calendar)
}

/**
 * Removes events with their origin and texts, as part of a transaction. An event with open registration or bilateral meetings stays:
 * its participants would hear of nothing.
 */
export async function removeOwn(
  context: Context,
  textOwners: CalendarServices['textOwners'],
  networkId: string,
  wanted: readonly string[],
): Promise<void> {
  const eventIds = await listUnattended(context, wanted)
  const indexed = await listIndexed(context, networkId, eventIds)
  await removeEvidenceOf(context, networkId, eventIds, 'activity')
  await removeEvents(context, networkId, eventIds)
  await reindexTexts(context, textOwners, networkId, indexed)
}

async function endReturn(context: Context, { id, networkId, sourceId }: ImportedCalendar): Promise<void> {
  await inTransaction(context, async (inside) => {
    const set = (values: { source_id: string | null }) =>
      inside.database.updateTable('imports_calendar').set(values).where('calendar_id', '=', id).execute()
    if (sourceId !== null) {
      await set({ source_id: null })
      if (!(await removeUnusedSource(inside, networkId, sourceId))) await set({ source_id: sourceId })
    }
    // Events that are gone have nothing to take back.
    await inside.database
      .updateTable('imports_calendar_entry')
      .set({ applied_at: null })
      .where('calendar_id', '=', id)
      .execute()
    await inside.database
      .updateTable('imports_calendar')
      .set({ waits_for: null, claimed_at: null, taken_back_at: inside.clock.now().toString() })
      .where('calendar_id', '=', id)
      .execute()
    await recordActivity(inside, { networkId, verb: 'took_back', subjectKind: 'import', subjectId: id })
  })
}
