import type { Context } from '../../../platform/context/context.ts'
import { type GazetteerHit, listMatches } from '../gazetteer/queries.ts'
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
