import { atMostOne, matching } from '../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../platform/input/list-filter.ts'
import { mailStates } from './mail-state.ts'

export const outboxFilter = listFilter({
  kind: matching(/^[a-z]+(\.[a-zA-Z]+)+$/),
  state: atMostOne(mailStates),
})
export type OutboxFilter = FilterOf<typeof outboxFilter>
