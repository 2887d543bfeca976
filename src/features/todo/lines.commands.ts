import { type RawBuilder, sql } from 'kysely'
import type { Activity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { ToDoSource } from '../../platform/http/to-do-source.ts'
import { listNetworks } from '../networks/index.ts'

/** Writes the lines of the records again that some activities touch, in their transaction. */
export async function followActivities(
  inside: Pick<Context, 'database'>,
  sources: readonly ToDoSource[],
  activities: readonly Activity[],
): Promise<void> {
  for (const [networkId, ofNetwork] of Map.groupBy(activities, (activity) => activity.networkId)) {
    if (networkId === null) continue
    for (const source of sources) {
      const ids = ofNetwork
        .filter(({ subjectKind }) => source.subjects.includes(subjectKind))
        .map(({ subjectId }) => subjectId)
      if (ids.length > 0) await writeLines(inside, networkId, source, [...new Set(ids)])
    }
  }
}

/** Writes the lines of all groups where none was ever written; does nothing where there is one. */
export async function fillLines(context: Context, sources: readonly ToDoSource[]): Promise<void> {
  const some = await context.database.selectFrom('todo_line').select('kind').limit(1).executeTakeFirst()
  if (some !== undefined) return
  for (const { id } of await listNetworks(context))
    await inTransaction(context, (inside) => writeAllLines(inside, sources, id))
}

/** Writes all lines of a group again. */
export async function writeAllLines(
  inside: Pick<Context, 'database'>,
  sources: readonly ToDoSource[],
  networkId: string,
): Promise<void> {
  for (const source of sources) await writeLines(inside, networkId, source, null)
  await sql`
    delete from todo_line where network_id = ${networkId} and kind <> all(${sources.map(({ kind }) => kind)}::text[])
  `.execute(inside.database)
}

async function writeLines(
  { database }: Pick<Context, 'database'>,
  networkId: string,
  { kind, lines, touched }: ToDoSource,
  subjectIds: readonly string[] | null,
): Promise<void> {
  const records: RawBuilder<unknown> | null =
    subjectIds === null ? null : (touched?.(subjectIds) ?? sql`select unnest(${[...subjectIds]}::uuid[])`)
  const isTouched = (column: string) =>
    records === null ? sql`true` : sql`${sql.ref(column)} in (${records})`
  await sql`
    with fresh as (
      select distinct on (line.record_id, line.waits_for) line.*
      from (${lines(networkId)}) as line
      where ${isTouched('line.record_id')}
      order by line.record_id, line.waits_for, line.since
    ),
    gone as (
      delete from todo_line old
      where old.network_id = ${networkId} and old.kind = ${kind} and ${isTouched('old.record_id')}
        and not exists (select from fresh where fresh.record_id = old.record_id and fresh.waits_for = old.waits_for)
    )
    insert into todo_line as old
      (network_id, kind, record_id, waits_for, title, path, asker, rank, since, shows_on, due_on, ends_on)
    select ${networkId}::uuid, ${kind}, record_id, waits_for, coalesce(title, '{}'), path, asker, (asker is null)::int, since,
      shows_on, due_on, ends_on
    from fresh
    on conflict (network_id, kind, record_id, waits_for) do update
      set title = excluded.title, path = excluded.path, asker = excluded.asker, rank = excluded.rank, since = excluded.since,
        shows_on = excluded.shows_on, due_on = excluded.due_on, ends_on = excluded.ends_on
      where (old.title, old.path, old.asker, old.since, old.shows_on, old.due_on, old.ends_on)
        is distinct from (excluded.title, excluded.path, excluded.asker, excluded.since, excluded.shows_on, excluded.due_on,
          excluded.ends_on)
  `.execute(database)
}
