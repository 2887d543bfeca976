import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** The rule of a network by which its members get the letter, in its words; null when there is none. */
export async function lookUpRule(
  { database }: Pick<Context, 'database'>,
  networkId: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('newsletter_audience')
    .select('rule')
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return row?.rule ?? null
}

export interface Member {
  personId: string
  address: string
  language: string
  country: string | null
  organisationId: string | null
}

/** People with an active role in a network (not readers) who neither get the letter through their account nor have left it. */
export async function listMembers({ clock, database }: Context, networkId: string): Promise<Member[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Member>`
    select distinct on (p.id) p.id as "personId", p.email as address, p.language, p.country, o.organisation_id as "organisationId"
    from people_role r join people_person p on p.id = r.person_id
    left join people_role_organisation o on o.role_id = r.role_id
    where r.network_id = ${networkId} and r.role in ('chair', 'coordinator', 'member', 'contributor')
      and r.starts_at <= ${now}::timestamptz and (r.ends_at is null or r.ends_at > ${now}::timestamptz)
      and not exists (select 1 from newsletter_subscription s where s.network_id = r.network_id and s.person_id = p.id
        and (s.state = 'subscribed' or s.left_by <> 'network'))
    order by p.id, o.organisation_id
  `.execute(database)
  return rows
}
