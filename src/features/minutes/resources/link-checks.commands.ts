import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LinkOutcome } from '../../../platform/links/check-link.ts'
import { noteChange } from '../meetings/commands.ts'
import { type LinkKnowledge, linkAfter } from './link-state.ts'
import type { LinkState } from './resource.ts'

interface Watched extends LinkKnowledge {
  id: string
  meetingId: string
  networkId: string
  url: string
}

interface WatchOptions {
  check(url: string): Promise<LinkOutcome>
  /** Milliseconds between two requests to one host. */
  pauseMs: number
  /** How many hosts are asked at a time. */
  abreast?: number
}

const mostAtOnce = 200
const days = 7

/**
 * Checks the links of resources that were not checked for a week, longest waiting first, with a pause between requests to one host. Returns
 * how many were checked.
 */
export async function watchLinks(
  context: Context,
  { check, pauseMs, abreast = 4 }: WatchOptions,
): Promise<number> {
  const due = await listDue(context)
  const hosts = [...Map.groupBy(due, ({ url }) => URL.parse(url)?.host ?? '').values()]
  const workers = Array.from({ length: Math.min(abreast, hosts.length) }, async () => {
    for (let own = hosts.shift(); own; own = hosts.shift())
      for (const [index, link] of own.entries()) {
        if (index > 0) await wait(pauseMs)
        await keep(context, link, linkAfter(link, await check(link.url), context.clock.now().toString()))
      }
  })
  await Promise.all(workers)
  return due.length
}

async function listDue({ database, clock }: Context): Promise<Watched[]> {
  const limit = clock.now().subtract({ hours: days * 24 })
  const { rows } = await sql<Watched & { state: LinkState }>`
    select r.resource_id as id, r.meeting_id as "meetingId", m.network_id as "networkId", r.url, r.state,
      r.moved_to as "movedTo", r.dead_since as "deadSince", r.failures
    from minutes_resource r join minutes_meeting m on m.meeting_id = r.meeting_id
    where r.url is not null and (r.checked_at is null or r.checked_at < ${limit.toString()})
    order by r.checked_at nulls first, r.resource_id
    limit ${mostAtOnce}
  `.execute(database)
  return rows
}

async function keep(context: Context, before: Watched, after: LinkKnowledge): Promise<void> {
  await inTransaction(context, async (inside) => {
    await inside.database
      .updateTable('minutes_resource')
      .set({
        state: after.state,
        moved_to: after.movedTo,
        dead_since: after.deadSince,
        failures: after.failures,
        checked_at: inside.clock.now().toString(),
      })
      .where('resource_id', '=', before.id)
      // An editor may have changed the address meanwhile.
      .where('url', '=', before.url)
      .execute()
    const { networkId, meetingId } = before
    if (after.state !== before.state || after.movedTo !== before.movedTo)
      await noteChange(inside, { networkId, meetingId, verb: 'checked-links' })
  })
}
