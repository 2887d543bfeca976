import { atMostOne, country, oneOf, words } from '../../../../platform/input/criteria.ts'
import { listFilter } from '../../../../platform/input/list-filter.ts'
import { roles } from './member-list.ts'

/** What the list of members is narrowed by. */
export const memberFilter = listFilter({
  q: words(100),
  role: atMostOne(roles),
  country: country(),
  state: oneOf(['present', 'past'], 'present'),
})
