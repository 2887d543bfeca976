import { sql } from 'kysely'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { TypedCall } from '../../../platform/records/record-part.ts'
import type { PracticeDocument } from './fields.ts'
import { type LinkedRecord, selectLinkable } from './queries.ts'

export type OfferedLink = Omit<LinkedRecord, 'slug'>

type Call = Pick<TypedCall<PracticeDocument>, 'context' | 'network' | 'document'>

/** The ties of the holder, and what they held: from which of them a sheet may come. */
export async function listOfferedLinks({ context, network, document }: Call): Promise<OfferedLink[]> {
  const { rows } = await sql<OfferedLink>`
    select offered.id, offered.kind, offered.title, offered.parties from (${selectLinkable(context.today)}) as offered
    where offered.network_id = ${network.id} and (exists (select from registry_party p where p.cooperation_id = offered.id
        and p.organisation_id = ${document.holderId} and p.known_on <= ${context.today})
      or (offered.held_on is not null and exists (select from agenda_event_organisation part
        where part.event_id = offered.id and part.organisation_id = ${document.holderId})))
    order by offered.kind, offered.held_on desc nulls last, offered.id limit 100
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
