import { atMostOne, country, oneOf, words } from '../../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../../platform/input/list-filter.ts'
import { themes } from '../../../networks/index.ts'
import { states } from '../expectation.ts'

/** Whose expectations: all that the reader may see, those addressed to their authorities, or those of their authorities. */
export const views = ['all', 'received', 'sent'] as const

/** How long it has been open: for too long, for more than a month, for more than three. */
export const ages = ['late', 'month', 'quarter'] as const

export const statuses = ['open', ...states] as const

export const expectationFilter = listFilter({
  view: oneOf(views, 'all'),
  q: words(200),
  theme: atMostOne(themes),
  status: atMostOne(statuses),
  /** Of the asker. */
  country: country(),
  age: atMostOne(ages),
})
export type ExpectationFilter = FilterOf<typeof expectationFilter>
