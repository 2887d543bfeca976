import { z } from 'zod'
import { named } from '../../../platform/http/api/named-schema.ts'
import { day, organisation } from '../../../platform/records/api/program-fields.ts'
import { shapeOf } from '../../../platform/records/fields/programs.ts'
import { wishFields } from './fields.ts'

const { kind, ...said } = shapeOf(wishFields, 'program')

/** A wish as programs write it. */
export const wishInput = named(
  'WishDocument',
  z.strictObject({
    kind,
    organisation: organisation.describe('Slug of the authority that looks for a partner or offers something'),
    ...said,
    // Documents always have a day: the server says which one, where a program says none.
    expires_on: day.nullable().default(null).describe('A year on when null; two years on at most'),
  }),
)

export type WishInput = z.output<typeof wishInput>

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
