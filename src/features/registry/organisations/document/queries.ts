import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { lookUpEditable } from '../../../directory/index.ts'
import type { NetworkShare } from './schema.ts'

/** An organisation with each network’s share, as known on the context’s day; the shape is `organisationDocument`. */
export async function findOrganisationDocument(
  context: Context,
  organisationId: string,
): Promise<RecordDocument> {
  const organisation = (await lookUpEditable(context, organisationId)) ?? notFound(organisationId)
  return { ...organisation, networks: await listShares(context, organisationId) }
}

/** Several organisations by their ids, without those that do not exist. */
export async function listOrganisationDocuments(
  context: Context,
  organisationIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  const documents = new Map<string, RecordDocument>()
  for (const id of organisationIds) {
    const organisation = await lookUpEditable(context, id)
    if (organisation) documents.set(id, { ...organisation, networks: await listShares(context, id) })
  }
  return documents
}

async function listShares({ database, today }: Context, organisationId: string) {
  const { rows } = await sql<NetworkShare & { networkId: string }>`
    with notes as (
      select n.network_id, json_agg(json_build_object('id', n.note_id, 'kind', n.kind, 'label', n.label, 'value', n.value,
        'url', n.url, 'knownOn', n.known_on) order by n.position, n.note_id) as notes
      from registry_note n
      where n.known_on <= ${today} and (n.subject_id = ${organisationId}
        or n.subject_id in (select interest_id from registry_interest where organisation_id = ${organisationId}))
      group by n.network_id
    ), interests as (
      select i.network_id, json_build_object('seeks', i.seeks, 'offers', i.offers, 'themes', i.themes, 'knownOn', i.known_on) as interest
      from registry_interest i where i.organisation_id = ${organisationId} and i.known_on <= ${today}
    )
    select coalesce(notes.network_id, interests.network_id) as "networkId", interests.interest, coalesce(notes.notes, '[]') as notes
    from notes full join interests on interests.network_id = notes.network_id
    order by 1
  `.execute(database)
  return Object.fromEntries(rows.map(({ networkId, interest, notes }) => [networkId, { interest, notes }]))
}
