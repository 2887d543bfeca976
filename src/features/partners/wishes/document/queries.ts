import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'

/** Some wishes with everything that makes them up, as known on the context's day; the shape is `wishDocument`. */
export async function listWishDocuments(
  context: Context,
  networkId: string,
  wishIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  if (wishIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; document: RecordDocument }>`
    select w.wish_id as id, json_build_object('kind', w.kind, 'organisationId', w.organisation_id, 'title', w.title, 'text', w.text,
      'themes', w.themes, 'forms', w.forms, 'tiers', w.tiers, 'populationFrom', w.population_from, 'populationTo', w.population_to,
      'countries', w.countries, 'languages', w.languages, 'means', w.means, 'meanKinds', w.mean_kinds, 'returns', w.returns,
      'returnThemes', w.return_themes, 'horizon', w.horizon, 'horizonWords', w.horizon_words, 'expiresOn', w.expires_on,
      'foundOn', w.found_on, 'visibility', case when w.published_at is null then 'withdrawn' else w.visibility end,
      'interestId', w.interest_id, 'knownOn', w.known_on) as document
    from partners_wish w
    where w.network_id = ${networkId} and w.wish_id = any(${[...wishIds]}::uuid[]) and w.known_on <= ${context.today}
  `.execute(context.database)
  return new Map(rows.map(({ id, document }) => [id, document]))
}
