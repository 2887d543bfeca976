import { country, oneOf, words } from '../../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../../platform/input/list-filter.ts'

export const listStates = ['placed', 'waiting', 'withdrawn'] as const
export type ListState = (typeof listStates)[number]

/** What the list of who comes is narrowed to: words of names and organisations. */
export const registrationFilter = listFilter({
  state: oneOf(listStates, 'placed'),
  country: country(),
  q: words(100),
})
export type RegistrationFilter = FilterOf<typeof registrationFilter>
