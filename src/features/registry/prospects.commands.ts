import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import { readEdtf } from '../../platform/dates/index.ts'
import { differingEntries } from '../../platform/records/difference.ts'
import type { CooperationDocument } from './cooperations/document/schema.ts'

type Prospects = CooperationDocument['prospects']

/** Writes the plans for a tie, where they differ. A prospect keeps its place, by which evidence knows it. */
export async function replaceProspects(
  { database }: Context,
  cooperationId: string,
  before: Prospects,
  after: Prospects,
): Promise<void> {
  const { removed, added, changed } = differingEntries(before, after)
  if (removed.length > 0) {
    await database
      .deleteFrom('registry_prospect')
      .where('cooperation_id', '=', cooperationId)
      .where('position', 'in', removed.map(Number))
      .execute()
  }
  for (const { entry } of changed) {
    await database
      .updateTable('registry_prospect')
      .set(columnsOf(entry))
      .where('cooperation_id', '=', cooperationId)
      .where('position', '=', Number(entry.id))
      .execute()
  }
  for (const { entry } of added) {
    const position = await freePlace({ database }, cooperationId, Number(entry.id))
    await database
      .insertInto('registry_prospect')
      .values({ prospect_id: newId(), cooperation_id: cooperationId, position, ...columnsOf(entry) })
      .execute()
  }
}

// A place may be taken by a prospect that became known later and is not seen today.
async function freePlace(
  { database }: Pick<Context, 'database'>,
  cooperationId: string,
  wished: number,
): Promise<number> {
  const { taken, next } = await database
    .selectFrom('registry_prospect')
    .select([
      sql<boolean>`coalesce(bool_or(position = ${wished}), false)`.as('taken'),
      sql<number>`coalesce(max(position) + 1, 0)::int`.as('next'),
    ])
    .where('cooperation_id', '=', cooperationId)
    .executeTakeFirstOrThrow()
  return taken || !Number.isInteger(wished) || wished > 30_000 ? next : wished
}

function columnsOf({ text, horizon, knownOn }: Prospects[number]) {
  const date = horizon ? readEdtf(horizon) : null
  return {
    text: JSON.stringify(text),
    horizon: date?.edtf ?? null,
    horizon_from: date?.from ?? null,
    horizon_to: date?.to ?? null,
    known_on: knownOn,
  }
}
