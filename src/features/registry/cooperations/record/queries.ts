import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { RecordHead, RecordNetwork } from '../../../../platform/records/record-head.ts'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'

interface Found {
  id: string
  slug: string
  parties: (Pick<OrganisationRef, 'id' | 'name' | 'shortName'> & { capacity: string })[]
}

/** A cooperation as known on the context’s day, by slug or id, with the organisations that may change it; null if there is none. */
export async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  if ('id' in by && !isId(by.id)) return null
  const condition = 'slug' in by ? sql`c.slug = ${by.slug}` : sql`c.cooperation_id = ${by.id}`
  const [head] = await selectHeads(context, network, condition)
  return head ?? null
}

/** Several cooperations by id, as far as they are known on the context's day. */
export async function listHeads(
  context: Context,
  network: RecordNetwork,
  ids: readonly string[],
): Promise<RecordHead[]> {
  if (ids.length === 0) return []
  return selectHeads(context, network, sql`c.cooperation_id = any(${[...ids]}::uuid[])`)
}

async function selectHeads(
  context: Context,
  network: RecordNetwork,
  condition: RawBuilder<unknown>,
): Promise<RecordHead[]> {
  const { rows } = await sql<Found>`
    select c.cooperation_id as id, c.slug,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'name', o.name, 'shortName', o.short_name,
          'capacity', p.capacity) order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id and p.known_on <= ${context.today}), '[]') as parties
    from registry_cooperation c
    where c.network_id = ${network.id} and ${condition} and c.known_on <= ${context.today}
    order by c.slug
  `.execute(context.database)
  return rows.map((found) => {
    const parties = found.parties.filter(({ capacity }) => capacity === 'party')
    return {
      id: found.id,
      slug: found.slug,
      title: titleOf(network, parties),
      organisationIds: parties.map(({ id }) => id),
    }
  })
}

/** `Limoges – Icheon`, in each language of the network. */
function titleOf(network: RecordNetwork, parties: Found['parties']): LocalizedName {
  return Object.fromEntries(
    [...new Set([...network.languages, 'fr', 'ko', 'en'])].map((language) => [
      language,
      parties
        .map((party) => {
          const names = shortNames(party)
          return names[language] ?? names.en ?? Object.values(names)[0] ?? ''
        })
        .join(' – '),
    ]),
  )
}

/** The name of a network: people who speak for no organisation speak as its secretariat. */
export async function findNetworkName(context: Context, networkId: string): Promise<LocalizedName> {
  const { name } = await context.database
    .selectFrom('networks_network')
    .select('name')
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
  return name
}

/** The cooperations of a network with at least two of some organisations as parties. */
export async function listHeadsBetween(
  context: Context,
  network: RecordNetwork,
  organisationIds: readonly string[],
): Promise<RecordHead[]> {
  if (organisationIds.length < 2) return []
  return selectHeads(
    context,
    network,
    sql`(select count(*) from registry_party p where p.cooperation_id = c.cooperation_id and p.capacity = 'party'
      and p.known_on <= ${context.today} and p.organisation_id = any(${organisationIds}::uuid[])) >= 2`,
  )
}
