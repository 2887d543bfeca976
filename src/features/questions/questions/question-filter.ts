import { country, oneOf, several, slug, words } from '../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../platform/input/list-filter.ts'
import { trades } from '../../contacts/index.ts'
import { themes } from '../../networks/index.ts'
import { states } from './question.ts'

export const views = ['all', 'asked', 'received'] as const

/** What narrows the list of questions, on its page and for programs. */
export const questionFilter = listFilter({
  q: words(200, 'Words of questions and answers, in any language'),
  view: oneOf(views, 'all', 'all; asked: by the reader’s authority; received: put to it'),
  theme: several(themes),
  trade: several(trades),
  country: country('Country of the authority that asks'),
  organisation: slug('Slug of the authority that asks'),
  state: several(
    states,
    'draft; open; waiting: nobody answered and the coordinator was told; answered; closed',
  ),
})
export type QuestionFilter = FilterOf<typeof questionFilter>
