import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { replaceRoundText } from './commands.ts'
import { listRoundTexts } from './queries.ts'

/** The wishes of authorities in tours de table, for their translators. */
export const roundTexts: TextOwner = {
  kind: 'roundWish',
  label: 'partners.round.wishNoun',
  fieldLabel: () => 'partners.wish.text.text',
  listTexts: listRoundTexts,
  replaceText: replaceRoundText,
}
