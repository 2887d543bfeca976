import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context/context.ts'

// The most rows that the table ever has: two things that share one wait for each other now and then.
const turns = 4096
// By transaction: the turns that it has. A row that is written again and again leaves a version each time, and all are read.
const held = new WeakMap<object, Set<number>>()

/**
 * Waits until no other caller, in any process, has the turn for these things, and keeps it to the end of the
 * transaction. Later counts and look-ups see all that earlier holders wrote: so a limit admits as many as it says,
 * and of two callers that want one address each gets another. Taken before any other row is locked, all at once.
 */
export async function takeTurn({ database }: Pick<Context, 'database'>, ...things: string[]): Promise<void> {
  if (!database.isTransaction) throw new Error('A turn lasts as long as a transaction')
  const own = held.get(database) ?? new Set()
  held.set(database, own)
  // In one order: two callers that ask for several do not wait for each other.
  const asked = [...new Set(things.map(turnOf)).difference(own)].sort((one, other) => one - other)
  if (asked.length === 0) return
  await sql`
    insert into platform_turn (turn) select turn from unnest(${asked}::integer[]) with ordinality as asked (turn, place) order by place
    on conflict (turn) do update set turn = excluded.turn
  `.execute(database)
  for (const turn of asked) own.add(turn)
}

function turnOf(thing: string): number {
  return createHash('sha256').update(thing).digest().readUInt16BE() % turns
}
