import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { trades } from '../../networks/themes/index.ts'
import { contactsMessages } from '../messages/index.ts'

export { type Trade, themesOfTrade, trades, tradesOf } from '../../networks/themes/index.ts'

/** What a trade is called, in every language of the pages; nothing for a code that there is no more. */
export function tradeNames(code: string): LocalizedName {
  const trade = trades.find((each) => each === code)
  if (!trade) return {}
  const { fr, ko, en } = contactsMessages
  const key = `contacts.trade.${trade}` as const
  return { fr: fr[key], ko: ko[key], en: en[key] }
}
