import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import type { TextOwner } from '../../../../platform/translation/text-owner.ts'
import { replaceWishText } from './commands.ts'
import { listWishTexts } from './queries.ts'

const fields: Readonly<Record<string, PlainMessageKey>> = {
  title: 'partners.wish.text.title',
  text: 'partners.wish.text.text',
  means: 'partners.wish.text.means',
  returns: 'partners.wish.text.returns',
  horizon_words: 'partners.wish.text.horizonWords',
}

/** The texts of wishes, for whoever translates them. */
export const wishTexts: TextOwner = {
  kind: 'wish',
  label: 'partners.wish.noun',
  fieldLabel: (path) => fields[path] ?? 'partners.wish.noun',
  listTexts: listWishTexts,
  replaceText: replaceWishText,
}
