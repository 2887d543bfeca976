import type { WishDocument } from './schema.ts'

/** The columns of a wish that its document fills, as a statement takes them, those that are JSON as text. */
export function columnsOf(wish: WishDocument) {
  return {
    kind: wish.kind,
    title: JSON.stringify(wish.title),
    text: JSON.stringify(wish.text),
    themes: wish.themes,
    forms: wish.forms,
    tiers: wish.tiers,
    population_from: wish.populationFrom,
    population_to: wish.populationTo,
    countries: wish.countries,
    languages: wish.languages,
    means: JSON.stringify(wish.means),
    mean_kinds: wish.meanKinds,
    returns: JSON.stringify(wish.returns),
    return_themes: wish.returnThemes,
    horizon: wish.horizon,
    horizon_words: JSON.stringify(wish.horizonWords),
    expires_on: wish.expiresOn,
    found_on: wish.foundOn,
    ...(wish.visibility === 'withdrawn' ? {} : { visibility: wish.visibility }),
    interest_id: wish.interestId,
    known_on: wish.knownOn,
  }
}
