import { atMostOne, words } from '../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../platform/input/list-filter.ts'

export const listedStates = ['stale', 'machine', 'missing', 'reviewed'] as const

interface Choices {
  languages: readonly string[]
  kinds: readonly string[]
}

/** What narrows the texts of a group, in its languages and of these kinds; with no state they are those that wait for somebody. */
export function waitingFilter({ languages, kinds }: Choices) {
  return listFilter({
    q: words(200),
    language: atMostOne(languages),
    kind: atMostOne(kinds),
    state: atMostOne(listedStates),
  })
}
export type WaitingFilter = FilterOf<ReturnType<typeof waitingFilter>>
