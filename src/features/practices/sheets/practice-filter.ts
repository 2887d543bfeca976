import { country, oneOf, several, slug, words } from '../../../platform/input/criteria.ts'
import { type FilterOf, listFilter } from '../../../platform/input/list-filter.ts'
import { trades } from '../../contacts/index.ts'
import { themes } from '../../networks/index.ts'
import { ages } from './practice.ts'

export const listStates = ['published', 'proposed', 'draft', 'all'] as const

export const having = ['failed', 'used'] as const

/** What narrows the list of sheets, on its page and for programs. */
export const practiceFilter = listFilter({
  q: words(200, 'Words of texts and names, in any language'),
  theme: several(themes),
  trade: several(trades),
  country: country('Country of the holder'),
  organisation: slug('Slug of the holder, of a partner or of an authority that took it up'),
  state: oneOf(
    listStates,
    'published',
    'published; proposed: drafted from a text, nobody’s word yet; draft; all',
  ),
  age: several(ages, 'By the last look of its holder'),
  has: several(having, 'failed: it says what failed; used: another authority took it up'),
})
export type PracticeFilter = FilterOf<typeof practiceFilter>
