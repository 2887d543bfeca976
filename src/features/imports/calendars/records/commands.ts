import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { describeActor } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { mayImport } from '../../policy.ts'
import { type Outcome, type PlannedEntry, writingOutcomes } from '../outcome.ts'
import type { ReadEntries } from '../read-entries.ts'
import type { ImportedCalendar } from './queries.ts'

export interface NewCalendar {
  kind: 'file' | 'address' | 'subscription'
  fileName: string | null
  address: string | null
  language: string
  visibility: 'public' | 'network'
  read: ReadEntries
  planned: readonly PlannedEntry[]
  /** All changes are accepted without a look at each. */
  isAccepted?: boolean
}

/** Keeps the entries of a calendar, to be accepted one by one or all at once, or accepted already. Returns its id. */
export async function addCalendar(
  context: Context,
  networkId: string,
  calendar: NewCalendar,
): Promise<string> {
  authorize(mayImport(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const calendarId = newId()
    const { read, planned } = calendar
    const chosen = calendar.isAccepted ? writingOutcomes : []
    const accepted = planned.filter(({ outcome }) => chosen.includes(outcome)).length
    const host = calendar.address === null ? '' : (URL.parse(calendar.address)?.hostname ?? '')
    await inside.database
      .insertInto('imports_calendar')
      .values({
        calendar_id: calendarId,
        network_id: networkId,
        kind: calendar.kind,
        title: read.name || (calendar.fileName ?? host),
        file_name: calendar.fileName,
        address: calendar.address,
        language: calendar.language,
        visibility: calendar.visibility,
        remarks: JSON.stringify(read.remarks),
        made_by: describeActor(inside.actor),
        made_at: inside.clock.now().toString(),
        rows_total: accepted || planned.length,
        waits_for: accepted > 0 ? 'import' : null,
      })
      .execute()
    await stageEntries(inside, calendarId, planned, chosen)
    await recordActivity(inside, { networkId, verb: 'began', subjectKind: 'import', subjectId: calendarId })
    return calendarId
  })
}

/**
 * Records the present entries of a calendar and the outcome of each; entries with some of the outcomes are chosen for writing into
 * the agenda.
 */
export async function stageEntries(
  { database }: Context,
  calendarId: string,
  planned: readonly PlannedEntry[],
  chosen: readonly Outcome[],
): Promise<void> {
  const rows = planned.map(({ entry, outcome, eventId }, position) => ({
    entry_key: entry.key,
    position,
    outcome,
    document: entry.document,
    digest: entry.digest,
    sequence: entry.sequence,
    stated_at: entry.statedAt,
    chosen: chosen.includes(outcome),
    event_id: eventId,
  }))
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await sql`
      insert into imports_calendar_entry as held
        (calendar_id, entry_key, position, outcome, document, digest, sequence, stated_at, chosen, event_id)
      select ${calendarId}, entry_key, position, outcome, document, digest, sequence, stated_at, chosen, event_id
      from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + rowsAtOnce))}::jsonb) as row (entry_key text, position integer,
        outcome text, document jsonb, digest text, sequence integer, stated_at timestamptz, chosen boolean, event_id uuid)
      on conflict (calendar_id, entry_key) do update set position = excluded.position, outcome = excluded.outcome,
        document = excluded.document, digest = excluded.digest, sequence = excluded.sequence, stated_at = excluded.stated_at,
        chosen = excluded.chosen, event_id = excluded.event_id
    `.execute(database)
}

const rowsAtOnce = 1_000

/** Requests that entries are written into the agenda: all that wait, or those at some positions. */
export async function acceptEntries(
  context: Context,
  calendar: ImportedCalendar,
  positions: readonly number[] | 'all',
): Promise<void> {
  authorize(mayImport(context.actor, calendar.networkId))
  await inTransaction(context, async (inside) => {
    const { rows } = await sql`
      update imports_calendar_entry set chosen = true
      where calendar_id = ${calendar.id} and applied_at is null and outcome = any(${[...writingOutcomes]}::text[])
        ${positions === 'all' ? sql`` : sql`and position = any(${[...positions]}::int[])`}
      returning position
    `.execute(inside.database)
    if (rows.length === 0) return
    await ask(inside, calendar, { waits_for: 'import', rows_total: rows.length })
  })
}

/** Requests that everything a calendar brought is taken back; what people changed since stays. */
export async function askForReturn(context: Context, calendar: ImportedCalendar): Promise<void> {
  authorize(mayImport(context.actor, calendar.networkId))
  await ask(context, calendar, { waits_for: 'return' })
}

/** Deletes a calendar that has nothing in the agenda. */
export async function removeCalendar(context: Context, calendar: ImportedCalendar): Promise<void> {
  authorize(mayImport(context.actor, calendar.networkId))
  const { numDeletedRows } = await context.database
    .deleteFrom('imports_calendar')
    .where('calendar_id', '=', calendar.id)
    .where('waits_for', 'is', null)
    .where('kind', '<>', 'subscription')
    .where(
      sql<boolean>`not exists (select from imports_calendar_entry e where e.calendar_id = imports_calendar.calendar_id and e.applied_at is not null)`,
    )
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Refusal('taken')
}

async function ask(
  context: Context,
  { id }: ImportedCalendar,
  values: { waits_for: 'import' | 'return'; rows_total?: number },
): Promise<void> {
  const { numUpdatedRows } = await context.database
    .updateTable('imports_calendar')
    .set({ ...values, claimed_at: null, rows_done: 0, trouble: null, trouble_detail: '' })
    .where('calendar_id', '=', id)
    .where('waits_for', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken')
}
