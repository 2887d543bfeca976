import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { newId } from '../context/identifier.ts'
import type { Connection } from '../database/connection.ts'

/** Another process took over the work, as this one was not heard of for too long. */
export class HoldLost extends Error {}

export interface HoldOptions {
  /** Called once, with the process that already does the work. */
  waiting(holder: string): void
  beatMs?: number
  /** After so long without a sign the holder of the work counts as dead. */
  deadAfterMs?: number
}

/**
 * Does some work while no other process of the same database does it: the others wait, and do it after. The database's own clock
 * measures the silence, so that the clocks of machines may differ.
 */
export async function whileHolding<T>(
  database: Connection,
  work: string,
  run: () => Promise<T>,
  { waiting, beatMs = 5000, deadAfterMs = 30_000 }: HoldOptions,
): Promise<T> {
  const holder = `${hostname()}, process ${process.pid} (${newId()})`
  for (let other = await take(); other !== null; other = await take()) {
    waiting(other.replace(/ \([^)]*\)$/, ''))
    waiting = () => undefined
    await wait(beatMs / 5)
  }
  let beats: NodeJS.Timeout | undefined
  const lost = new Promise<never>((_, reject) => {
    beats = setInterval(() => {
      // Without the database the work itself fails.
      beat().then(
        (isHeld) => {
          if (!isHeld)
            reject(new HoldLost(`Another process went on with the work that this one did: ${work}`))
        },
        () => undefined,
      )
    }, beatMs)
  })
  try {
    return await Promise.race([run(), lost])
  } finally {
    clearInterval(beats)
    await sql`delete from platform_hold where work = ${work} and holder = ${holder}`
      .execute(database)
      .catch(() => undefined)
  }

  /** Null when it is ours, else whose it is. */
  async function take(): Promise<string | null> {
    const { rows } = await sql<{ holder: string }>`
      insert into platform_hold as h (work, holder, beat_at) values (${work}, ${holder}, now())
      on conflict (work) do update set holder = excluded.holder, beat_at = excluded.beat_at
      where h.beat_at < now() - ${deadAfterMs}::int * interval '1 millisecond'
      returning holder
    `.execute(database)
    if (rows.length > 0) return null
    const found = await sql<{
      holder: string
    }>`select holder from platform_hold where work = ${work}`.execute(database)
    return found.rows[0]?.holder ?? (await take())
  }

  async function beat(): Promise<boolean> {
    const { numAffectedRows } = await sql`
      update platform_hold set beat_at = now() where work = ${work} and holder = ${holder}
    `.execute(database)
    return numAffectedRows !== 0n
  }
}
