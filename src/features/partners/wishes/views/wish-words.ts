import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { WishDocument } from '../fields.ts'
import type { Wish } from '../summary.queries.ts'
import { stateOf } from '../wish-state.ts'

/** Between how many inhabitants a partner is looked for; null where nobody says. */
export function sizeWords(
  { t, interfaceLanguage }: Reader,
  { populationFrom, populationTo }: Pick<WishDocument, 'populationFrom' | 'populationTo'>,
): string | null {
  const words = (count: number) => numberFormatter(interfaceLanguage, {}).format(count)
  if (populationFrom !== null && populationTo !== null)
    return t('partners.wish.size.between', { from: words(populationFrom), to: words(populationTo) })
  if (populationFrom !== null) return t('partners.wish.size.from', { from: words(populationFrom) })
  return populationTo === null ? null : t('partners.wish.size.to', { to: words(populationTo) })
}

/** Until when a wish is answered, or since when it is not. */
export function expiryWords(reader: Reader, wish: Wish): string {
  const { t, today } = reader
  const state = stateOf(wish, today)
  if (state === 'found' && wish.foundOn !== null)
    return t('partners.wish.foundOn', { day: dayWords(reader, wish.foundOn) })
  const day = dayWords(reader, wish.expiresOn)
  return t(state === 'expired' ? 'partners.wish.expiredOn' : 'partners.wish.until', { day })
}

/** How old a wish is, in months: since it was last said. */
export function ageWords(reader: Reader, { renewedOn }: Pick<Wish, 'renewedOn'>): string {
  const { t, today } = reader
  const { months } = Temporal.PlainDate.from(renewedOn).until(today, { largestUnit: 'months' })
  return months < 1 ? t('partners.wish.age.fresh') : t('partners.wish.age.months', { count: months })
}
