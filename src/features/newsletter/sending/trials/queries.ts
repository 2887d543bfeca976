import { sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'

/** An editor of a network’s letters. */
export interface Editor {
  id: string
  name: string
  address: string
}

/** Possible recipients of a trial: the chairs and coordinators of the network now, and oneself. */
export async function listEditors({ database, clock, actor }: Context, networkId: string): Promise<Editor[]> {
  const now = clock.now().toString()
  const { rows } = await sql<Editor>`
    select p.id, p.name, p.email as address from people_person p
    where p.id = ${personIdOf(actor)}::uuid or exists (
      select from people_role r
      where r.person_id = p.id and r.network_id = ${networkId} and r.role in ('chair', 'coordinator')
        and r.starts_at <= ${now}::timestamptz and (r.ends_at is null or r.ends_at > ${now}::timestamptz)
    )
    order by p.name, p.id
  `.execute(database)
  return rows
}

/** The outcome of a trial in one language for one person. */
export interface TriedLetter {
  id: string
  address: string
  language: string
  madeAt: Date
  state: 'waiting' | 'sent' | 'failed'
  words: string | null
}

const mostShown = 30

/** The last trials of a letter, newest first. */
export async function listTrials(
  { database }: Pick<Context, 'database'>,
  issueId: string,
): Promise<TriedLetter[]> {
  const { rows } = await sql<TriedLetter>`
    select r.reader_id as id, r.to_address as address, v.language, t.made_at as "madeAt", r.words,
      case when r.state in ('waiting', 'sent') then r.state else 'failed' end as state
    from newsletter_trial t
    join platform_mailing_reader r on r.mailing_id = t.mailing_id
    join platform_mailing_version v on v.mailing_id = r.mailing_id and v.version_key = r.version_key
    where t.issue_id = ${issueId}
    order by t.made_at desc, r.to_address, v.language
    limit ${mostShown}
  `.execute(database)
  return rows
}
