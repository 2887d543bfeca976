import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { CalendarUnreadable } from '../../../platform/calendar/reading/remarks.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { Network } from '../../networks/index.ts'
import { mayImport } from '../policy.ts'
import { outcomes, type PlannedEntry, writingOutcomes } from './outcome.ts'
import { listKeys, listMissing, listPlanned } from './queries.ts'
import { fetchCalendar, type ReadEntries, readEntries } from './read-entries.ts'
import { stageEntries } from './records/commands.ts'
import type { ImportedCalendar } from './records/queries.ts'
import type { CalendarServices } from './running/commands.ts'
import { removeOwn } from './undo.commands.ts'

const hoursBetween = 3
const mostHoursBetween = 24

/**
 * Fetches a followed calendar, unless another worker does, and stages what is new in it. A calendar that cannot be fetched or read
 * changes nothing.
 */
export async function fetchSubscription(
  context: Context,
  services: CalendarServices,
  network: Network,
  calendar: ImportedCalendar,
): Promise<void> {
  const turn = await claimFetch(context, calendar)
  if (calendar.address === null || turn === null) return
  const settle = (work: (inside: Context) => Promise<void>) => whileFollowed(context, calendar, turn, work)
  const fetched = await fetchCalendar(services, calendar.address, calendar)
  if (fetched.is === 'failed')
    return settle((inside) => fail(inside, calendar, `fetch.${fetched.code}`, fetched.detail))
  if (fetched.is === 'unchanged') return settle((inside) => succeed(inside, calendar, {}))
  const { etag, modified, bytes } = fetched
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 === calendar.sha256) return settle((inside) => succeed(inside, calendar, { etag, modified }))
  try {
    const read = await readEntries(services, bytes, {
      languages: network.languages,
      language: calendar.language,
      today: context.today,
    })
    await settle((inside) => takeIn(inside, services, network, calendar, read, { etag, modified, sha256 }))
  } catch (error) {
    if (!(error instanceof CalendarUnreadable)) throw error
    await settle((inside) => fail(inside, calendar, `read.${error.code}`, error.detail))
  }
}

/** Stages the present entries of a followed calendar, and removes those that it has dropped; also the first time. */
export async function takeIn(
  context: Context,
  { textOwners }: Pick<CalendarServices, 'textOwners'>,
  network: Network,
  calendar: ImportedCalendar,
  read: ReadEntries,
  of: { etag: string | null; modified: string | null; sha256: string },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const planned = await listPlanned(inside, network.id, read.entries, calendar.id)
    const known = await listKeys(inside, calendar.id)
    const staged = planned.filter(({ entry, outcome }) => outcome !== 'same' || !known.has(entry.key))
    await stageEntries(inside, calendar.id, staged, [...writingOutcomes, 'same'])
    const removed = await removeMissing(
      inside,
      textOwners,
      calendar,
      read.entries.map(({ key }) => key),
    )
    const changes = countChanges(planned, removed)
    const isChanged = removed > 0 || staged.some(({ outcome }) => writingOutcomes.includes(outcome))
    await succeed(inside, calendar, {
      ...of,
      title: read.name || calendar.title,
      remarks: JSON.stringify(read.remarks),
      ...(staged.length > 0
        ? { waits_for: 'import', rows_done: 0, rows_total: staged.length, claimed_at: null }
        : {}),
      ...(isChanged ? { changes: JSON.stringify(changes), changed_at: inside.clock.now().toString() } : {}),
    })
    if (removed > 0)
      await recordActivity(inside, {
        networkId: network.id,
        verb: 'imported',
        subjectKind: 'import',
        subjectId: calendar.id,
      })
  })
}

/** Pauses a subscription, or resumes it at once. */
export async function pauseSubscription(
  context: Context,
  calendar: ImportedCalendar,
  isPaused: boolean,
): Promise<void> {
  authorize(mayImport(context.actor, calendar.networkId))
  const now = context.clock.now().toString()
  await change(context, calendar, {
    paused_at: isPaused ? now : null,
    next_fetch_at: isPaused ? null : now,
    failures: 0,
  })
}

/** Requests that a subscription is fetched at the next opportunity, out of turn. */
export async function askForFetch(context: Context, calendar: ImportedCalendar): Promise<void> {
  authorize(mayImport(context.actor, calendar.networkId))
  await change(context, calendar, { next_fetch_at: context.clock.now().toString() })
}

/** Ends a subscription: its events stay like those of any import, or are taken back. */
export async function endSubscription(
  context: Context,
  calendar: ImportedCalendar,
  { keepsEvents }: { keepsEvents: boolean },
): Promise<void> {
  authorize(mayImport(context.actor, calendar.networkId))
  await change(context, calendar, {
    kind: 'address',
    paused_at: null,
    next_fetch_at: null,
    ...(keepsEvents ? {} : { waits_for: 'return', rows_done: 0, claimed_at: null }),
  })
}

type Changes = Partial<{
  kind: string
  paused_at: string | null
  next_fetch_at: string | null
  failures: number
  waits_for: string
  rows_done: number
  claimed_at: null
}>

async function change(context: Context, { id }: ImportedCalendar, values: Changes): Promise<void> {
  const { numUpdatedRows } = await context.database
    .updateTable('imports_calendar')
    .set(values)
    .where('calendar_id', '=', id)
    .where('kind', '=', 'subscription')
    .where('waits_for', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken')
}

// Sets the next turn beforehand, so that two workers do not ask the same host at once. Returns that turn; null where it is not due.
async function claimFetch({ database, clock }: Context, { id }: ImportedCalendar): Promise<string | null> {
  const now = clock.now()
  const turn = now.add({ minutes: 30 }).toString()
  const { numUpdatedRows } = await database
    .updateTable('imports_calendar')
    .set({ next_fetch_at: turn })
    .where('calendar_id', '=', id)
    .where('kind', '=', 'subscription')
    .where('waits_for', 'is', null)
    .where('next_fetch_at', '<=', sql<Date>`${now.toString()}`)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? turn : null
}

// A host may take half a minute to answer: what a coordinator has paused or ended meanwhile stays so.
async function whileFollowed(
  context: Context,
  { id }: ImportedCalendar,
  turn: string,
  work: (inside: Context) => Promise<void>,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const { rows } = await sql`
      select from imports_calendar
      where calendar_id = ${id} and kind = 'subscription' and next_fetch_at = ${turn}::timestamptz for update
    `.execute(inside.database)
    if (rows.length === 1) await work(inside)
  })
}

async function succeed(
  { database, clock }: Context,
  { id }: ImportedCalendar,
  values: Record<string, string | number | null>,
): Promise<void> {
  const now = clock.now()
  await database
    .updateTable('imports_calendar')
    .set({
      fetched_at: now.toString(),
      succeeded_at: now.toString(),
      next_fetch_at: now.add({ hours: hoursBetween }).toString(),
      failures: 0,
      trouble: null,
      trouble_detail: '',
      ...values,
    })
    .where('calendar_id', '=', id)
    .execute()
}

// What was known stays; a host that does not answer is asked less and less often.
async function fail(
  { database, clock }: Context,
  { id, failures }: ImportedCalendar,
  trouble: string,
  detail: string,
): Promise<void> {
  const now = clock.now()
  const hours = Math.min(mostHoursBetween, 2 ** failures)
  await database
    .updateTable('imports_calendar')
    .set({
      fetched_at: now.toString(),
      next_fetch_at: now.add({ hours }).toString(),
      failures: failures + 1,
      trouble,
      trouble_detail: detail,
    })
    .where('calendar_id', '=', id)
    .execute()
}

/** Removes events that are not over and that their source has dropped; feeds drop what is over. What people changed stays, untied. */
async function removeMissing(
  context: Context,
  textOwners: CalendarServices['textOwners'],
  calendar: ImportedCalendar,
  keys: readonly string[],
): Promise<number> {
  const missing = await listMissing(context, calendar.id, keys)
  if (missing.length === 0) return 0
  const gone = missing.filter(({ isKept }) => !isKept)
  await removeOwn(
    context,
    textOwners,
    calendar.networkId,
    gone.map(({ eventId }) => eventId),
  )
  await sql`delete from imports_calendar_entry where calendar_id = ${calendar.id}
    and entry_key = any(${missing.map(({ key }) => key)}::text[])`.execute(context.database)
  return gone.length
}

function countChanges(planned: readonly PlannedEntry[], removed: number): Record<string, number> {
  const count = (wanted: string) => planned.filter(({ outcome }) => outcome === wanted).length
  return { ...Object.fromEntries(outcomes.map((each) => [each, count(each)])), removed }
}
