import { z } from 'zod'
import { placeText } from '../../../platform/http/api/cursor.ts'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { slug } from '../../../platform/http/api/parameters.ts'
import { networkPlace, seenOn } from '../../networks/index.ts'
import { cooperationSchema } from '../records/schema.ts'
import { cooperationFilter } from './cooperation-filter.ts'

export const cooperationPlace = networkPlace.extend({ slug: slug().describe('Slug of the cooperation') })
export const cooperationListParameters = z.object({
  ...cooperationFilter.schema(),
  ...sliceParameters,
  ...seenOn,
})
export const cooperationParameters = z.object({ ...seenOn })
export const cooperationList = named('CooperationList', listOf(cooperationSchema))

const id = z.uuid()
/** Where a part of the list ended: its order, the last row’s place in that order, its id. */
export const cursorPlaces = {
  name: z.tuple([z.literal('name'), placeText, id]),
  '-name': z.tuple([z.literal('-name'), placeText, id]),
  since: z.tuple([z.literal('since'), z.iso.date().nullable(), id]),
  '-since': z.tuple([z.literal('-since'), z.iso.date().nullable(), id]),
}
