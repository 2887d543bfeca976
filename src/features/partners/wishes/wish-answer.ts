import type { z } from 'zod'
import { plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { wishRecordAnswer } from './answers.schema.ts'
import type { Wish } from './row.queries.ts'
import { stateOf } from './wish-state.ts'

interface Answering {
  baseUrl: string
  network: string
  /** ISO day on which it is read. */
  today: string
}

/** A wish as the API answers it. */
export function wishAnswer(
  { baseUrl, network, today }: Answering,
  wish: Wish,
): z.input<typeof wishRecordAnswer> {
  const { organisation } = wish
  return {
    id: wish.id,
    slug: wish.slug,
    url: `${baseUrl}/en/${network}/partners/${wish.slug}`,
    updated_at: wish.updatedAt.toISOString(),
    kind: wish.kind,
    state: stateOf(wish, today),
    organisation: {
      slug: organisation.slug,
      country: organisation.country,
      kind: organisation.kind,
      name: organisation.name,
      valid_until: organisation.validUntil,
      successors: organisation.successors.map(({ slug }) => slug),
    },
    title: plainText(wish.title),
    text: plainText(wish.text),
    themes: wish.themes,
    forms: wish.forms,
    tiers: wish.tiers,
    population_from: wish.populationFrom,
    population_to: wish.populationTo,
    countries: wish.countries,
    languages: wish.languages,
    means: plainText(wish.means),
    mean_kinds: wish.meanKinds,
    returns: plainText(wish.returns),
    return_themes: wish.returnThemes,
    horizon: wish.horizon,
    known_on: wish.knownOn,
    renewed_on: wish.renewedOn,
    expires_on: wish.expiresOn,
    found_on: wish.foundOn,
    visibility: wish.visibility,
    text_states: textStatesOf({
      title: wish.title,
      text: wish.text,
      means: wish.means,
      returns: wish.returns,
    }),
  }
}
