import { organisationsOf, roles } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { WrongParts } from '../../../platform/records/api/wrong-parts.ts'
import { byOwnSide } from '../country-name.ts'
import { type GazetteerHit, listMatches } from '../gazetteer/queries.ts'
import { type OrganisationRef, shortNames } from '../organisation.ts'
import {
  listOrganisations,
  listOrganisationsBySlug,
  type OrganisationRecord,
  type OrganisationsAmong,
} from '../queries.ts'

/** The largest number of organisations suggested or asked about. */
export const mostSuggested = 8

/** Organisations that a text may mean, best first, and those of them that surely have exactly this name. */
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
  // Of those with exactly this name the gazetteer asks, unless the first is so much larger that nobody means another.
  const bearers = hits.filter(
    ({ score }, index) => score >= surely && (asksWhich ? score === best : index === 0),
  )
  const recordsOf = (some: GazetteerHit[]) => some.flatMap(({ id }) => byId.get(id) ?? [])
  return { records: recordsOf(hits), bearers: recordsOf(bearers) }
}

// The score that the gazetteer gives for exactly this name.
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

/** The time zone of a reader: that of the country of the organisation they speak for, else of the side of their language. */
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

/** The ids of organisations that a program named by their slugs; the error for an unknown slug carries its place. */
export async function findIdsBySlug(
  context: Context,
  named: readonly { slug: string; path: readonly PropertyKey[] }[],
  wrong: WrongParts,
): Promise<(slug: string) => string> {
  const found = await listOrganisationsBySlug(context, [...new Set(named.map(({ slug }) => slug))])
  const ids = new Map(found.map(({ slug, id }) => [slug, id]))
  for (const { slug, path } of named)
    if (!ids.has(slug)) wrong.add(path, `an organisation of the directory; ${slug} is none`)
  // The id of an unknown slug is never written: its place is reported as wrong.
  return (slug) => ids.get(slug) ?? ''
}

/** What organisations are called in the reader’s language, by their ids; the id of one that is gone. */
export async function findNames(
  context: Context,
  { language }: Pick<Reader, 'language'>,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const refs = await listOrganisationRefs(context, ids)
  return (id) => {
    const ref = refs.get(id)
    return ref ? chooseName(shortNames(ref), language).text : id
  }
}

export async function findSlugs(context: Context, ids: readonly string[]): Promise<(id: string) => string> {
  const refs = await listOrganisationRefs(context, ids)
  return (id) => {
    const slug = refs.get(id)?.slug
    if (slug === undefined) throw new Error(`The organisation ${id} is named by a record and does not exist`)
    return slug
  }
}
