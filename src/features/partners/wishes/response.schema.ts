import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { shapeOf } from '../../../platform/records/fields/programs.ts'
import { networkPlace, seenOn } from '../../networks/index.ts'
import { wishFilter } from './board/board-filter.ts'
import { wishFields } from './fields.ts'
import { visibilities, wishStates } from './wish.ts'

export const wishPlace = networkPlace.extend({ slug: slug().describe('Slug of the wish') })
export const wishListParameters = z.object({ ...wishFilter.schema(), ...sliceParameters, ...seenOn })
export const wishQuery = z.object({ ...seenOn })
export const wishCursor = z.tuple([z.iso.date(), z.uuid()])

// Days stand at the end, beside the one that is no field.
const { kind, known_on, expires_on, found_on, ...said } = shapeOf(wishFields, 'answer')
const wish = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  kind,
  state: z.enum(wishStates).describe('Only an open one is answered'),
  organisation: z.object({
    slug: z.string(),
    country: z.string(),
    kind: z.string(),
    name: inLanguages,
    valid_until: z.iso.date().nullable(),
    successors: z.array(z.string()).describe('Slugs of those that took its place'),
  }),
  ...said,
  known_on,
  renewed_on: z.iso.date().describe('When it was last said to stand'),
  expires_on,
  found_on,
  visibility: z.enum(visibilities),
  text_states: statesOfTexts,
}

export const wishRecordResponse = named('Wish', z.object(wish))
export const wishList = named('WishList', listOf(wishRecordResponse))
