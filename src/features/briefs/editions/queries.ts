import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { readFacts } from '../../../platform/editions/editions.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { findBrief } from '../drawing/brief.ts'
import { briefIdOf } from '../items/document.ts'
import { type FrozenBriefs, frozenBriefs } from './frozen-briefs.ts'

/** What an edition would freeze on the context’s day. */
export async function findBriefs(context: Context, network: RecordNetwork): Promise<FrozenBriefs> {
  const briefs = await Promise.all(network.countries.map((country) => findBrief(context, network, country)))
  return { layout: 1, briefs }
}

/** The briefs that an edition froze; throws where they are not those that were published. */
export async function findFrozenBriefs(context: Context, editionId: string): Promise<FrozenBriefs> {
  return frozenBriefs.parse(await readFacts(context, editionId))
}

/** Who wrote last in the briefs of a group (an account, or nobody’s), and whether another person coordinates it who could look over them. */
export async function findLastAuthor(
  { database, clock, actor }: Context,
  network: RecordNetwork,
): Promise<{ personId: string | null; hasSecond: boolean }> {
  const now = clock.now().toString()
  const own = actor.kind === 'person' ? actor.personId : null
  const { rows } = await sql<{ personId: string | null; hasSecond: boolean }>`
    select (select v.person_id from contributions_version v
        where v.record_kind = 'brief' and v.record_id = any(${network.countries.map(briefIdOf)}::uuid[])
        order by v.made_at desc limit 1) as "personId",
      exists (select 1 from people_role r where r.network_id = ${network.id} and r.role in ('chair', 'coordinator')
        and r.starts_at <= ${now} and (r.ends_at is null or r.ends_at > ${now}) and r.person_id is distinct from ${own}::uuid) as "hasSecond"
  `.execute(database)
  return rows[0] ?? { personId: null, hasSecond: false }
}
