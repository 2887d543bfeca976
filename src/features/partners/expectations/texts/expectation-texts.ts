import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { replaceExpectationText } from './commands.ts'
import { listExpectationTexts } from './queries.ts'

/** The texts of the expectations that a whole network may read, for whoever translates them. */
export const expectationTexts: TextOwner = {
  kind: 'expectation',
  label: 'partners.expectation.title',
  fieldLabel: (path) => (path === 'text' ? 'partners.expectation.text' : 'partners.wish.text.title'),
  listTexts: listExpectationTexts,
  replaceText: replaceExpectationText,
}
