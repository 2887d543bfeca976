import { country, oneOf, several, slug, words } from '../../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../../platform/input/list-filter.ts'
import { themes } from '../../../networks/index.ts'
import { tiers } from '../../competence.ts'
import { forms } from '../../forms.ts'
import { wishKinds } from '../wish.ts'

export const boardStates = ['open', 'expired', 'found', 'all'] as const
export type BoardState = (typeof boardStates)[number]

export const boardSorts = ['side', 'newest', 'expiry'] as const
export const boardViews = ['list', 'map'] as const

const criteria = {
  q: words(200, 'Words of texts and names, in any language'),
  theme: several(themes),
  kind: several(wishKinds),
  form: several(forms),
  level: several(tiers, 'Level of the authority itself'),
  country: country('Country of the authority itself'),
  organisation: slug('Slug of the authority'),
  status: oneOf(boardStates, 'open', 'open: answered today; expired; found; all'),
}

/** What programs narrow wishes by: they walk them in one order. */
export const wishFilter = listFilter(criteria)
export type WishFilter = FilterOf<typeof wishFilter>

/** What narrows the board, and how it is looked at. */
export const boardFilter = listFilter({
  ...criteria,
  sort: oneOf(boardSorts, 'side'),
  view: oneOf(boardViews, 'list'),
})
export type BoardFilter = Omit<FilterOf<typeof boardFilter>, 'view'>
