import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { warningDays } from './keep-until.ts'

/** A post whose holder will be removed soon. */
export interface EndingPost {
  contactId: string
  postId: string
  networkId: string
  networkSlug: string
  networkName: LocalizedName
  organisation: LocalizedName
  function: LocalizedText
  /** ISO day. */
  retentionUntil: string
}

/** Holders who will be removed within thirty days and of whom no coordinator has had a warning; changes nothing. */
export async function listEnding(context: Context): Promise<EndingPost[]> {
  const today = Temporal.PlainDate.from(dayOf(context.clock))
  const { rows } = await sql<EndingPost>`
    select c.contact_id as "contactId", p.post_id as "postId", n.network_id as "networkId",
      n.slug as "networkSlug", n.name as "networkName", o.name as organisation, p.function,
      c.retention_until::text as "retentionUntil"
    from contacts_person c
    join contacts_holding h on h.contact_id = c.contact_id and h.left_at is null
    join contacts_post p on p.post_id = h.post_id
    join networks_network n on n.network_id = p.network_id
    join directory_organisation o on o.organisation_id = p.organisation_id
    where c.removed_at is null and c.retention_warned_at is null
      and c.retention_until <= ${today.add({ days: warningDays }).toString()}
    order by n.slug, c.retention_until, o.slug, p.position
    for update of c
  `.execute(context.database)
  return rows
}
