import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { country, oneOf, severalOf, slug, words } from '../../../platform/http/api/parameters.ts'
import { networkPlace, seenOn, themes } from '../../networks/index.ts'
import { tiers } from '../competence.ts'
import { forms } from '../forms.ts'
import { boardStates } from './board/filter.ts'
import { meanKinds, visibilities, wishKinds } from './codes.ts'
import { wishStates } from './wish-state.ts'

export const wishPlace = networkPlace.extend({ slug: slug().describe('Slug of the wish') })
export const wishListParameters = z.object({
  q: words().optional().describe('Words of texts and names, in any language'),
  theme: severalOf(themes).optional(),
  kind: severalOf(wishKinds).optional(),
  form: severalOf(forms).optional(),
  level: severalOf(tiers).optional().describe('Level of the authority itself'),
  country: country().optional().describe('Country of the authority itself'),
  organisation: slug().optional().describe('Slug of the authority'),
  status: oneOf(boardStates).default('open').describe('open: answered today; expired; found; all'),
  ...sliceParameters,
  ...seenOn,
})
export const wishQuery = z.object({ ...seenOn })
export const wishCursor = z.tuple([z.iso.date(), z.uuid()])

const wish = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  kind: z.enum(wishKinds),
  state: z.enum(wishStates).describe('Only an open one is answered'),
  organisation: z.object({
    slug: z.string(),
    country: z.string(),
    kind: z.string(),
    name: inLanguages,
    valid_until: z.iso.date().nullable(),
    successors: z.array(z.string()).describe('Slugs of those that took its place'),
  }),
  title: inLanguages,
  text: inLanguages,
  themes: z.array(z.enum(themes)),
  forms: z.array(z.enum(forms)),
  tiers: z.array(z.enum(tiers)).describe('Levels of the partner sought'),
  population_from: z.int().nullable(),
  population_to: z.int().nullable(),
  countries: z.array(z.string()).describe('ISO 3166-1 alpha-2'),
  languages: z.array(z.string()).describe('BCP 47: in which one can work'),
  means: inLanguages,
  mean_kinds: z.array(z.enum(meanKinds)),
  returns: inLanguages.describe('What is offered in return'),
  return_themes: z.array(z.enum(themes)),
  horizon: z.string().nullable().describe('EDTF'),
  known_on: z.iso.date(),
  renewed_on: z.iso.date().describe('When it was last said to stand'),
  expires_on: z.iso.date(),
  found_on: z.iso.date().nullable(),
  visibility: z.enum(visibilities),
  text_states: statesOfTexts,
}

export const wishRecordAnswer = named('Wish', z.object(wish))
export const wishList = named('WishList', listOf(wishRecordAnswer))
