import { organisationsOf, roles } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { byOwnSide } from '../country-name.ts'
import { type GazetteerHit, listMatches } from '../gazetteer/queries.ts'
import type { OrganisationRef } from '../organisation.ts'
import { listOrganisations, type OrganisationRecord, type OrganisationsAmong } from '../queries.ts'

/** Most organisations that are suggested or asked about. */
export const mostSuggested = 8

/** Organisations that somebody may mean, best first, and those of them that surely bear the very name. */
export async function listSuggestions(
  context: Context,
  text: string,
  among: OrganisationsAmong,
): Promise<{ records: OrganisationRecord[]; bearers: OrganisationRecord[] }> {
  const { hits, asksWhich } = await listMatches(context, { ...among, text, limit: mostSuggested })
  const found = await listOrganisations(
    context,
    hits.map((hit) => hit.id),
  )
  const byId = new Map(found.map((record) => [record.id, record]))
  const best = hits[0]?.score ?? 0
  // Of those with the very name the gazetteer asks, unless the first is so much larger that nobody means another.
  const bearers = hits.filter(
    ({ score }, index) => score >= surely && (asksWhich ? score === best : index === 0),
  )
  const recordsOf = (some: GazetteerHit[]) => some.flatMap(({ id }) => byId.get(id) ?? [])
  return { records: recordsOf(hits), bearers: recordsOf(bearers) }
}

// What the gazetteer gives for the very name.
const surely = 0.9

/** Organisations by id, as lists and tie lines show them; those that do not exist are left out. */
export async function listOrganisationRefs(
  { database }: Context,
  ids: readonly string[],
): Promise<Map<string, OrganisationRef>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('directory_organisation')
    .select(['organisation_id as id', 'slug', 'country', 'kind', 'name', 'short_name as shortName', 'codes'])
    .where('organisation_id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** In whose hours somebody types: those of the country of the organisation that they speak for, else of the side of their language. */
export async function findOwnZone(
  context: Context,
  reader: Reader,
  network: { id: string; countries: readonly string[] },
): Promise<string> {
  const [own = ''] = organisationsOf(context.actor, network.id, roles)
  const country = own === '' ? '' : (await listOrganisationRefs(context, [own])).get(own)?.country
  const among = byOwnSide(reader, network.countries)
  return zoneOf(among.find((each) => each === country) ?? among[0] ?? '')
}
