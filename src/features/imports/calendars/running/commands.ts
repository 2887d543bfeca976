import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { selectFree } from '../../../../platform/jobs/claims.ts'
import {
  addEvents,
  eventDocument,
  listEventDocuments,
  writeEventDocument,
} from '../../../agenda/events/index.ts'
import type { Network } from '../../../networks/index.ts'
import { writeEvidence } from '../../../registry/evidence/index.ts'
import { addTableSource } from '../../../registry/sources/index.ts'
import { reindexTexts } from '../../../translations/index.ts'
import { eventAfter, newEventOf } from '../entries/event-of-entry.ts'
import { type PlannedEntry, writingOutcomes } from '../outcome.ts'
import { listPlanned } from '../queries.ts'
import type { ImportedCalendar } from '../records/queries.ts'
import { listChosen, listIndexed } from './queries.ts'

export type CalendarServices = Pick<
  Application,
  'database' | 'clock' | 'settings' | 'translate' | 'textOwners'
>

const entriesAtOnce = 500

/** Writes all chosen entries of a calendar in batches; the next worker continues where one stopped. */
export async function writeChosen(
  context: Context,
  { textOwners }: Pick<CalendarServices, 'textOwners'>,
  network: Network,
  calendar: ImportedCalendar,
  progress: (done: number) => void,
): Promise<void> {
  const sourceId = calendar.sourceId ?? (await addSourceOf(context, network, calendar))
  let done = 0
  for (;;) {
    const chosen = await listChosen(context, calendar.id, entriesAtOnce)
    if (chosen.length === 0) break
    await inTransaction(context, async (inside) => {
      // What another calendar brought meanwhile is not added twice.
      const isNew = ({ outcome }: PlannedEntry) => outcome === 'added'
      const anew = chosen.filter(isNew).map(({ entry }) => entry)
      const planned = [
        ...(await listPlanned(inside, network.id, anew, calendar.id)),
        ...chosen.filter((each) => !isNew(each)),
      ]
      const added = await addNew(inside, network, calendar, sourceId, planned)
      const changed = await writeChanged(inside, network, planned)
      await markWritten(inside, calendar.id, [...added, ...changed, ...leftOf(planned)])
      // Texts that came in are offered to translators once a person publishes or changes the event: thousands of foreign titles
      // would bury the rest.
      const known = await listIndexed(
        inside,
        network.id,
        changed.flatMap(({ eventId }) => eventId ?? []),
      )
      await reindexTexts(inside, textOwners, network.id, known)
    })
    done += chosen.length
    progress(done)
    await tell(context, calendar, done)
  }
  await endWriting(context, calendar)
}

interface Written {
  key: string
  outcome: PlannedEntry['outcome']
  eventId: string | null
  before: object | null
}

async function addNew(
  context: Context,
  network: Network,
  { visibility, madeBy }: ImportedCalendar,
  sourceId: string,
  planned: readonly PlannedEntry[],
): Promise<Written[]> {
  const events = planned
    .filter(({ outcome }) => outcome === 'added')
    .map(({ entry }) => ({
      key: entry.key,
      id: newId(),
      document: newEventOf(entry.document, { today: context.today, visibility }),
    }))
  await addEvents(context, network.id, events)
  await writeEvidence(
    context,
    network.id,
    events.map(({ id }) => ({
      subjectKind: 'activity',
      subjectId: id,
      field: 'activity',
      sourceId,
      locator: null,
      stance: 'supports' as const,
      extractedBy: madeBy,
      knownOn: context.today,
    })),
  )
  return events.map(({ key, id }) => ({ key, outcome: 'added', eventId: id, before: null }))
}

async function writeChanged(
  context: Context,
  network: Network,
  planned: readonly PlannedEntry[],
): Promise<Written[]> {
  const changing = planned.filter(({ outcome }) => outcome === 'changed' || outcome === 'cancelled')
  const ids = changing.flatMap(({ eventId }) => eventId ?? [])
  const documents = await listEventDocuments(context, network.id, ids)
  const written: Written[] = []
  for (const { entry, outcome, eventId } of changing) {
    const found = eventId === null ? undefined : documents.get(eventId)
    if (found === undefined || eventId === null) continue
    const before = eventDocument.parse(found)
    const after = eventAfter(before, entry.document, context.today)
    await writeEventDocument(context, { id: eventId, networkId: network.id }, before, after)
    written.push({ key: entry.key, outcome, eventId, before })
  }
  return written
}

// Entries that write nothing are tied to the calendar too, where there is an event.
function leftOf(planned: readonly PlannedEntry[]): Written[] {
  return planned
    .filter(({ outcome }) => !writingOutcomes.includes(outcome))
    .map(({ entry, outcome, eventId }) => ({ key: entry.key, outcome, eventId, before: null }))
}

async function markWritten(context: Context, calendarId: string, written: readonly Written[]): Promise<void> {
  const rows = written.map(({ key, outcome, eventId, before }) => ({
    entry_key: key,
    outcome,
    event_id: eventId,
    before,
    applied: outcome === 'same' || writingOutcomes.includes(outcome),
  }))
  await sql`
    update imports_calendar_entry e set chosen = false, outcome = row.outcome, event_id = row.event_id,
      before = coalesce(e.before, row.before),
      applied_at = case when row.applied then ${context.clock.now().toString()}::timestamptz else e.applied_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (entry_key text, outcome text, event_id uuid, before jsonb, applied boolean)
    where e.calendar_id = ${calendarId} and e.entry_key = row.entry_key
  `.execute(context.database)
}

async function endWriting(context: Context, calendar: ImportedCalendar): Promise<void> {
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('imports_calendar')
      .set({
        waits_for: null,
        claimed_at: null,
        imported_at: inside.clock.now().toString(),
        taken_back_at: null,
      })
      .where('calendar_id', '=', calendar.id)
      .execute()
    await recordActivity(inside, {
      networkId: calendar.networkId,
      verb: 'imported',
      subjectKind: 'import',
      subjectId: calendar.id,
    })
  })
}

async function addSourceOf(context: Context, network: Network, calendar: ImportedCalendar): Promise<string> {
  const { id, title, language, address, fileName } = calendar
  return inTransaction(context, async (inside) => {
    // The address may hold a secret, and sources are public: the host is enough.
    const host = address === null ? null : (URL.parse(address)?.hostname ?? null)
    const sourceId = await addTableSource(inside, network.id, {
      slug: `calendar-${id}`,
      kind: 'calendar',
      title: { [language]: { text: title, state: 'original' } },
      language,
      publisher: host ?? fileName ?? title,
      published: null,
      knownOn: inside.today,
    })
    await inside.database
      .updateTable('imports_calendar')
      .set({ source_id: sourceId })
      .where('calendar_id', '=', id)
      .execute()
    return sourceId
  })
}

/** Claims the work on a calendar for this process. Returns false when another one has it. */
export async function claim(context: Context, { id, waitsFor }: ImportedCalendar): Promise<boolean> {
  const now = context.clock.now()
  const { numUpdatedRows } = await context.database
    .updateTable('imports_calendar')
    .set({ claimed_at: now.toString() })
    .where('calendar_id', '=', id)
    .where('waits_for', '=', waitsFor ?? '')
    .where(selectFree(now))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Records the progress of the work, and that it goes on. */
export async function tell(context: Context, { id }: ImportedCalendar, done: number): Promise<void> {
  await context.database
    .updateTable('imports_calendar')
    .set({ rows_done: done, claimed_at: context.clock.now().toString() })
    .where('calendar_id', '=', id)
    .execute()
}
