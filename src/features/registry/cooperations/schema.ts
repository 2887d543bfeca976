import { z } from 'zod'
import { placeText } from '../../../platform/http/api/cursor.ts'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { country, oneOf, severalOf, slug, wholeNumber, words } from '../../../platform/http/api/parameters.ts'
import { networkPlace, seenOn, themes } from '../../networks/index.ts'
import { agreementKinds, confirmations, statuses } from '../codes.ts'
import { cooperationSchema } from '../records/schema.ts'
import { scopes, sorts } from './filter.ts'

const year = () => wholeNumber(1800, 2200)

/** The criteria of the list of cooperations, as its page takes them; unlike the page, what is wrong is refused. */
export const filterParameters = {
  q: words().optional().describe('Words of names and summaries, in any language'),
  theme: severalOf(themes).optional().describe('Given several times: any of them'),
  status: severalOf(statuses).optional().describe('State of the tie on the day on which it is seen'),
  kind: severalOf(agreementKinds).optional().describe('Kinds of agreement'),
  confirmation: severalOf(confirmations)
    .optional()
    .describe(
      'What the parties say of the tie, as it is now: claimed by one side, confirmed by the other, disputed',
    ),
  country: country().optional().describe('A country that a party is of (ISO 3166-1 alpha-2)'),
  within: slug()
    .optional()
    .describe('Slug of a region or province: its own ties and those of the authorities beneath it'),
  level: wholeNumber(1, 9).optional().describe('Level of a party: 1 for regions and provinces'),
  from: year().optional().describe('First year of a period in which the tie began or was active'),
  to: year().optional().describe('Last year of that period'),
  sort: oneOf(sorts).default('name').describe('Order; a minus turns it round'),
  scope: oneOf(scopes)
    .default('listed')
    .describe('listed: what the group presents as its cooperations; all: the ties known beside them too'),
}

export const cooperationPlace = networkPlace.extend({ slug: slug().describe('Slug of the cooperation') })
export const cooperationListParameters = z.object({ ...filterParameters, ...sliceParameters, ...seenOn })
export const cooperationParameters = z.object({ ...seenOn })
export const cooperationList = named('CooperationList', listOf(cooperationSchema))

const id = z.uuid()
/** Where a part of the list ended: the order it was in, the last row's place in that order, its id. */
export const cursorPlaces = {
  name: z.tuple([z.literal('name'), placeText, id]),
  '-name': z.tuple([z.literal('-name'), placeText, id]),
  since: z.tuple([z.literal('since'), z.iso.date().nullable(), id]),
  '-since': z.tuple([z.literal('-since'), z.iso.date().nullable(), id]),
}
