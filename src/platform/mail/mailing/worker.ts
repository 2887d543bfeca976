import { sql } from 'kysely'
import { newId } from '../../context/identifier.ts'
import type { Connection } from '../../database/connection.ts'
import type { Monotonic } from '../delivery/rates.ts'

export interface Worker {
  readonly id: string
  /** Whether the others still know that it lives: what it has claimed is its own. */
  isSure(): boolean
  /** Says that it lives, and frees what workers have claimed that do not. */
  beat(): Promise<void>
  /** Frees what it has claimed and does not know of: the answer to a claim was lost. */
  release(): Promise<void>
  /** Frees everything, and leaves the list of workers. */
  end(): Promise<void>
}

// Several beats, see mailing-loop.ts.
const deadAfterMs = 90_000
const sureForMs = 45_000

/**
 * A process that sends, as others know it. It lives while its count goes on, which each of the others watches
 * for a length of time: a clock that jumps declares nobody dead.
 */
export function createWorker(database: Connection, now: Monotonic, isAlone: boolean): Worker {
  const id = newId()
  const seen = new Map<string, { beats: string; at: number }>()
  let lastBeat = Number.NEGATIVE_INFINITY
  const isSure = () => now() - lastBeat < sureForMs

  async function findDead(): Promise<string[]> {
    const { rows } = await sql<{ id: string; beats: string }>`
      select worker_id as id, beats::text as beats from platform_mailing_worker where worker_id <> ${id}
    `.execute(database)
    // On an embedded database nobody else can be.
    if (isAlone) return rows.map((row) => row.id)
    for (const { id: other, beats } of rows)
      if (seen.get(other)?.beats !== beats) seen.set(other, { beats, at: now() })
    return rows.map((row) => row.id).filter((other) => now() - (seen.get(other)?.at ?? now()) >= deadAfterMs)
  }

  async function release(): Promise<void> {
    await sql`
      update platform_mailing_reader set claimed_by = null, attempts = attempts - 1 where claimed_by = ${id}
    `.execute(database)
  }

  return {
    id,
    isSure,
    beat: async () => {
      const startedAt = now()
      // A worker that has not looked for a while, such as without the database, does not know whether the others were silent.
      if (!isSure()) seen.clear()
      await sql`
        insert into platform_mailing_worker as w (worker_id, beats) values (${id}, 1)
        on conflict (worker_id) do update set beats = w.beats + 1
      `.execute(database)
      lastBeat = startedAt
      const dead = await findDead()
      await sql`delete from platform_mailing_worker where worker_id = any(${dead}::uuid[])`.execute(database)
      await sql`
        update platform_mailing_reader set claimed_by = null
        where claimed_by is not null and claimed_by not in (select worker_id from platform_mailing_worker)
      `.execute(database)
    },
    release,
    end: async () => {
      await release()
      await sql`delete from platform_mailing_worker where worker_id = ${id}`.execute(database)
    },
  }
}
