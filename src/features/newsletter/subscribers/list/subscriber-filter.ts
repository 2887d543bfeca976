import { oneOf, words } from '../../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../../platform/input/list-filter.ts'

/** States of a subscription; `returned` is whatever state has something that came back. */
export const listStates = ['subscribed', 'unconfirmed', 'left', 'returned'] as const
export type ListState = (typeof listStates)[number]

/** What the list of readers is narrowed to: words are part of an address. */
export const subscriberFilter = listFilter({ state: oneOf(listStates, 'subscribed'), q: words(100) })
export type SubscriberFilter = FilterOf<typeof subscriberFilter>
