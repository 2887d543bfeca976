import type { Theme } from '../../networks/themes/index.ts'
import { bareProfile, type Ground, openTerms, type PartnerTerms, type Profile } from './profile.ts'
import { tabulate } from './profile-table.ts'
import { makeRanker, type Ranker } from './rank.ts'
import { type Suggestions, suggest } from './suggest.ts'

/** Something that is wished for or expected, for which members are sought. */
export interface AskedFor {
  /** Who asks; an authority or another body. */
  organisationId: string
  country: string
  kind: 'search' | 'offer'
  themes: readonly Theme[]
  /** What it says of the partner, and of the form. */
  terms?: Partial<Omit<PartnerTerms, 'ground'>>
  /** The wish or expectation itself, as evidence. */
  ground: Ground
}

/**
 * The best of some authorities for one wish: the asker is measured with the themes and terms of that wish alone, so that what it seeks
 * otherwise plays no part.
 */
export function suggestFor(
  ranker: Ranker,
  asked: AskedFor,
  { among, limit }: { among: ReadonlySet<string>; limit: number },
): Suggestions | null {
  const { profiles, rowOf } = ranker.measuring.table
  const known = profiles[rowOf.get(asked.organisationId) ?? -1]
  const bare = bareProfile({
    id: asked.organisationId,
    country: asked.country,
    population: null,
    latitude: null,
    longitude: null,
  })
  const uses = asked.themes.map((theme) => ({ theme, ground: asked.ground }))
  const asker: Profile = {
    ...(known ?? bare),
    seeks: asked.kind === 'search' ? uses : [],
    offers: asked.kind === 'offer' ? uses : [],
    terms: asked.terms ? [{ ...openTerms, ...asked.terms, ground: asked.ground }] : [],
  }
  // Those with ties stay in the table: they are the stepping stones.
  const others = profiles.filter(({ id, ties }) => id !== asker.id && (among.has(id) || ties.length > 0))
  return suggest(makeRanker(tabulate([asker, ...others])), asker.id, { limit, among })
}
