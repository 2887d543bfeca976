import { z } from 'zod'
import { named } from '../../../../platform/http/api/named-schema.ts'
import { country } from '../../../../platform/http/api/parameters.ts'
import { day, edtf, organisation } from '../../../../platform/records/programs/program-fields.ts'
import { programText } from '../../../../platform/records/programs/program-text.ts'
import { themes } from '../../../networks/index.ts'
import { tiers } from '../../competence.ts'
import { forms } from '../../forms.ts'
import { meanKinds, publications, wishKinds } from '../codes.ts'
import { longestMeans, longestReturns, longestText, longestTitle } from '../drafting-rules.ts'

const language = z.string().regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)
const inhabitants = z.int().min(0).max(999_999_999).nullable().default(null)

/** A wish as programs write it. */
export const wishForPrograms = named(
  'WishDocument',
  z.strictObject({
    kind: z.enum(wishKinds),
    organisation: organisation.describe('Slug of the authority that looks for a partner or offers something'),
    title: programText(longestTitle),
    text: programText(longestText).describe('To whom, for what, by when; no names, addresses or numbers'),
    themes: z.array(z.enum(themes)).min(1, { error: 'one theme at least' }).max(themes.length),
    forms: z.array(z.enum(forms)).max(forms.length).default([]),
    tiers: z.array(z.enum(tiers)).max(tiers.length).default([]).describe('Levels of the partner sought'),
    population_from: inhabitants,
    population_to: inhabitants,
    countries: z.array(country()).max(50).default([]),
    languages: z.array(language).max(20).default([]).describe('In which one can work, BCP 47'),
    means: programText(longestMeans).default({}),
    mean_kinds: z.array(z.enum(meanKinds)).max(meanKinds.length).default([]),
    returns: programText(longestReturns).default({}).describe('What is offered in return'),
    return_themes: z.array(z.enum(themes)).max(themes.length).default([]),
    horizon: edtf,
    expires_on: day.nullable().default(null).describe('A year on when null; two years on at most'),
    found_on: day.nullable().default(null).describe('Since when the authority says that it has found'),
    visibility: z.enum(publications),
  }),
)

export type WishForPrograms = z.output<typeof wishForPrograms>

const added = {
  kind: 'search' as const,
  organisation: 'limoges',
  title: { fr: { text: 'Une ville coréenne pour la céramique' } },
  text: { fr: { text: 'Limoges cherche une ville de céramistes pour des résidences croisées en 2027.' } },
  themes: ['crafts_ceramics' as const],
  visibility: 'public' as const,
}

/** A small change of a wish, a new and a whole one, as the description of the API shows them. */
export const wishExample = {
  patch: { expires_on: '2027-06-30' },
  added,
  whole: { ...added, countries: ['KR'], tiers: ['basic' as const], horizon: '2027' },
}
