import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { listNamingRows } from '../../platform/personal-data/naming-rows.ts'
import {
  type CollectedData,
  collected,
  type DataSubject,
} from '../../platform/personal-data/personal-data.ts'

/** The contacts under a person’s addresses, the posts they held and the consents they were asked for. */
export async function listContactData(context: Context, subject: DataSubject): Promise<CollectedData[]> {
  return collect(context, await listContactIds(context, subject))
}

/** The data of one contact, in the form of `listContactData`. */
export async function listOneContactData(context: Context, contactId: string): Promise<CollectedData[]> {
  return collect(context, [contactId])
}

/**
 * Ids of a person’s contacts: under one of their addresses, or under their name in an organisation for which they spoke. A namesake
 * elsewhere is another person.
 */
export async function listContactIds(context: Context, subject: DataSubject): Promise<string[]> {
  const columns = { keys: ['contact_id'], texts: ['name'] } as const
  const namesakes = await listNamingRows(context, 'contacts_person', columns, subject)
  const { rows } = await sql<{ id: string }>`
    select c.contact_id as id from contacts_person c
    where c.email = any(${subject.addresses}::text[])
      or exists (select 1 from contacts_former f
        where f.contact_id = c.contact_id and f.email = any(${subject.addresses}::text[]))
      or c.contact_id = any(${namesakes.map(({ keys }) => keys.contact_id)}::uuid[]) and exists (
        select 1 from contacts_holding h
        join contacts_post p on p.post_id = h.post_id
        join people_role_organisation ro on ro.organisation_id = p.organisation_id
        join people_role r on r.role_id = ro.role_id and r.person_id = ${subject.personId}
        where h.contact_id = c.contact_id
      )
  `.execute(context.database)
  return rows.map(({ id }) => id)
}

async function collect({ database }: Context, ids: string[]): Promise<CollectedData[]> {
  if (ids.length === 0) return []
  const persons = await database
    .selectFrom('contacts_person as c')
    .innerJoin('networks_network as n', 'n.network_id', 'c.network_id')
    .select(['n.name as network', 'c.name', 'c.salutation', 'c.languages', 'c.email as address'])
    .select(['c.telephone', 'c.residence', 'c.provenance', 'c.provenance_note as source'])
    .select(['c.legal_basis as legalBasis', 'c.transfer_basis as transferBasis'])
    .select(['c.confirmed_at as confirmedAt', sql<string>`c.retention_until::text`.as('retentionUntil')])
    .select('c.created_at as madeAt')
    .where('c.contact_id', 'in', ids)
    .orderBy('c.contact_id')
    .execute()
  const former = await database
    .selectFrom('contacts_former')
    .select(['email as address', 'telephone', sql<string>`kept_until::text`.as('retentionUntil')])
    .where('contact_id', 'in', ids)
    .orderBy('written_at')
    .execute()
  const holdings = await database
    .selectFrom('contacts_holding as h')
    .innerJoin('contacts_post as p', 'p.post_id', 'h.post_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'p.organisation_id')
    .select([
      'o.name as organisation',
      'p.function',
      'p.kind',
      'h.held_from as since',
      'h.held_until as until',
    ])
    .where('h.contact_id', 'in', ids)
    .orderBy('h.holding_id')
    .execute()
  const consents = await database
    .selectFrom('contacts_consent')
    .select(['version', 'language', 'decision', 'asked_at as madeAt', 'decided_at as acceptedAt'])
    .where('contact_id', 'in', ids)
    .orderBy('consent_id')
    .execute()
  const statements = await database
    .selectFrom('contacts_statement')
    .select(['decision', 'words as text', 'languages', 'asked_at as madeAt', 'decided_at as writtenAt'])
    .select([sql<string>`until::text`.as('until'), 'abroad_version as version'])
    .select(['abroad_at as transferConsentedAt', 'withdrawn_at as endedAt'])
    .where('contact_id', 'in', ids)
    .orderBy('contact_id')
    .execute()
  return [
    ...collected('contacts', [...persons, ...former]),
    ...collected('holdings', holdings),
    ...collected(
      'consents',
      consents.map(({ acceptedAt, ...consent }) => ({ ...consent, writtenAt: acceptedAt })),
    ),
    ...collected('statements', statements),
  ]
}
