import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { RecordHead, RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'

interface Found {
  id: string
  slug: string
  parties: (Pick<OrganisationRef, 'id' | 'name' | 'shortName'> & { capacity: string })[]
}

/** A cooperation as known on the context's day, by slug or id, with who may change it; null when there is none. */
export async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  if ('id' in by && !isId(by.id)) return null
  const condition = 'slug' in by ? sql`c.slug = ${by.slug}` : sql`c.cooperation_id = ${by.id}`
  const { rows } = await sql<Found>`
    select c.cooperation_id as id, c.slug,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'name', o.name, 'shortName', o.short_name,
          'capacity', p.capacity) order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.cooperation_id = c.cooperation_id and p.known_on <= ${context.today}), '[]') as parties
    from registry_cooperation c
    where c.network_id = ${network.id} and ${condition} and c.known_on <= ${context.today}
  `.execute(context.database)
  const found = rows[0]
  if (!found) return null
  const parties = found.parties.filter(({ capacity }) => capacity === 'party')
  return {
    id: found.id,
    slug: found.slug,
    title: titleOf(network, parties),
    organisationIds: parties.map(({ id }) => id),
  }
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
