import { country, oneOf, several, slug, wholeNumber, words } from '../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../platform/input/list-filter.ts'
import { themes } from '../../networks/index.ts'
import { agreementKinds, confirmations, statuses } from '../codes.ts'

const sorts = ['name', '-name', 'since', '-since'] as const
export type Sort = (typeof sorts)[number]

export const scopes = ['listed', 'all'] as const

/** What the list of cooperations is narrowed by, for people and programs. */
export const cooperationCriteria = {
  q: words(200, 'Words of names and summaries, in any language'),
  theme: several(themes, 'Given several times: any of them'),
  status: several(statuses, 'State of the tie on the day on which it is seen'),
  kind: several(agreementKinds, 'Kinds of agreement'),
  confirmation: several(
    confirmations,
    'What the parties say of the tie, as it is now: claimed by one side, confirmed by the other, disputed',
  ),
  country: country('A country that a party is of (ISO 3166-1 alpha-2)'),
  within: slug('Slug of a region or province: its own ties and those of the authorities beneath it'),
  level: wholeNumber(1, 9, 'Level of a party: 1 for regions and provinces'),
  from: wholeNumber(1800, 2200, 'First year of a period in which the tie began or was active'),
  to: wholeNumber(1800, 2200, 'Last year of that period'),
  sort: oneOf(sorts, 'name', 'Order; a minus turns it round'),
  scope: oneOf(
    scopes,
    'listed',
    'listed: what the group presents as its cooperations; all: the ties known beside them too',
  ),
}

export const cooperationFilter = listFilter(cooperationCriteria)
export type CooperationFilter = FilterOf<typeof cooperationFilter>

/** Every tie that a network knows, in the order of names. */
export const wholeRegistry: CooperationFilter = cooperationFilter.read({ scope: 'all' })
