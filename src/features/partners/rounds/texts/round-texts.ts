import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { replaceRoundText } from './commands.ts'
import { listRoundTexts } from './queries.ts'

/** What authorities wish for in tours de table, for whoever translates it. */
export const roundTexts: TextOwner = {
  kind: 'roundWish',
  label: 'partners.round.wishNoun',
  fieldLabel: () => 'partners.wish.text.text',
  listTexts: listRoundTexts,
  replaceText: replaceRoundText,
}
