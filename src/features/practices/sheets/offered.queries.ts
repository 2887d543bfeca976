import { sql } from 'kysely'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { TypedCall } from '../../../platform/records/record-part.ts'
import type { PracticeDocument } from './fields.ts'
import type { LinkedRecord } from './queries.ts'

export type OfferedLink = Omit<LinkedRecord, 'slug'>

type Call = Pick<TypedCall<PracticeDocument>, 'context' | 'network' | 'document'>

/** The ties of the holder, and what they held: from which of them a sheet may come. */
export async function listOfferedLinks({ context, network, document }: Call): Promise<OfferedLink[]> {
  const { rows } = await sql<OfferedLink>`
    select c.cooperation_id as id, 'cooperation' as kind, null::jsonb as title,
      (select json_agg(o.name || o.short_name order by p.position) from registry_party p
        join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id and p.capacity = 'party') as parties, null::date as on
    from registry_cooperation c
    where c.network_id = ${network.id} and c.known_on <= ${context.today} and exists (select from registry_party p
      where p.cooperation_id = c.cooperation_id and p.organisation_id = ${document.holderId} and p.known_on <= ${context.today})
    union all
    (select e.event_id, 'event', e.title, '[]'::json, e.starts_on
    from agenda_event e
    where e.network_id = ${network.id} and e.known_on <= ${context.today} and e.published_at is not null and e.visibility = 'public'
      and e.state = 'past' and exists (select from agenda_event_organisation part
        where part.event_id = e.event_id and part.organisation_id = ${document.holderId})
    order by e.starts_on desc nulls last, e.event_id limit 20)
    order by 2, 5 desc nulls last, 1
  `.execute(context.database)
  return rows
}

/** The posts of the holder, by function: no person. */
export async function listOfferedPosts({ context, network, document }: Call) {
  const { rows } = await sql<{ id: string; function: LocalizedText }>`
    select p.post_id as id, p.function from contacts_post p
    where p.network_id = ${network.id} and p.organisation_id = ${document.holderId}
    order by p.position, p.post_id
  `.execute(context.database)
  return rows
}
