import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { redact, type Viewer } from '../visibility.ts'
import { type Holder, type HolderRow, toHolder } from './holder.ts'

/** A holder as JSON, from the tables `h` (holding), `c` (contact) and `confirmer` (account). */
export function selectHolder({ clock }: Pick<Context, 'clock'>) {
  const now = clock.now().toString()
  return sql`json_build_object(
    'holdingId', h.holding_id, 'contactId', c.contact_id, 'from', h.held_from, 'until', h.held_until,
    'name', c.name, 'salutation', c.salutation, 'languages', c.languages, 'email', c.email,
    'telephone', c.telephone, 'residence', c.residence, 'provenance', c.provenance,
    'provenanceNote', c.provenance_note, 'legalBasis', c.legal_basis, 'transferBasis', c.transfer_basis,
    'confirmedAt', c.confirmed_at, 'confirmedBy', nullif(confirmer.name, ''),
    'retentionUntil', c.retention_until::text, 'isRemovalAnnounced', c.retention_warned_at is not null,
    'isRemoved', c.removed_at is not null,
    'consent', (
      select coalesce(a.decision, case when a.expires_at > ${now} then 'asked' else 'lapsed' end)
      from contacts_consent a where a.contact_id = c.contact_id
      order by a.asked_at desc, a.consent_id desc limit 1
    )
  )`
}

/** All holders of a post, past and present, newest first, as a reader may see them. */
export async function listHolders(
  context: Context,
  viewer: Viewer,
  post: { id: string; organisationId: string },
): Promise<Holder[]> {
  const { rows } = await sql<{ holder: HolderRow }>`
    select ${selectHolder(context)} as holder
    from contacts_holding h
    join contacts_person c on c.contact_id = h.contact_id
    left join people_person confirmer on confirmer.id = c.confirmed_by
    where h.post_id = ${post.id}
    order by h.left_at is null desc, h.left_at desc, h.holding_id desc
  `.execute(context.database)
  return rows.flatMap(({ holder }) => redact(viewer, post.organisationId, toHolder(holder)) ?? [])
}
