import { atMostOne, country, matching, words } from '../../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../../platform/input/list-filter.ts'
import { outcomes } from '../sending.ts'

/** What the readers of a sending are narrowed to: words are part of an address, or of what a server said. */
export const outcomeFilter = listFilter({
  outcome: atMostOne(outcomes),
  language: matching(/^[a-z]{2}$/),
  country: country(),
  q: words(100),
})
export type OutcomeFilter = FilterOf<typeof outcomeFilter>
