import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { languageToWrite } from './contact-mails.ts'

/** A post that may be written to: its address, and the language of the mail (BCP 47). */
export interface Addressee {
  address: string
  language: string
}

/**
 * Whom to write to for each of some organisations of a network: the post that answers first, with a holder whose address is kept. By the
 * id of the organisation, without those that have none. Names nobody.
 */
export async function listAddressees(
  { clock, database }: Context,
  networkId: string,
  organisationIds: readonly string[],
): Promise<Map<string, Addressee>> {
  if (organisationIds.length === 0) return new Map()
  const day = clock.now().toString().slice(0, 10)
  const { rows } = await sql<{
    organisationId: string
    address: string
    languages: string[]
    country: string
  }>`
    select distinct on (p.organisation_id) p.organisation_id as "organisationId", c.email as address, c.languages, o.country
    from contacts_post p
    join contacts_holding h on h.post_id = p.post_id and h.left_at is null
    join contacts_person c on c.contact_id = h.contact_id and c.removed_at is null and c.retention_until >= ${day}
      and c.email is not null
    join directory_organisation o on o.organisation_id = p.organisation_id
    where p.network_id = ${networkId} and p.organisation_id = any(${[...organisationIds]}::uuid[])
    order by p.organisation_id,
      array_position(array['desk_officer', 'head_of_service', 'other', 'elected', 'embassy'], p.kind), p.position, p.post_id
  `.execute(database)
  return new Map(
    rows.map(({ organisationId, address, languages, country }) => [
      organisationId,
      { address, language: languageToWrite(languages, country) },
    ]),
  )
}
