import { Fragment } from 'preact'
import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import type { WishDocument } from '../fields.ts'
import type { Wish } from '../queries.ts'
import { stateOf } from '../wish.ts'

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

/** The tags of a wish: that it is not open, and who reads it. */
export function WishTags({ wish }: { wish: Wish }) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(wish, reader.today)
  const words = [
    state === 'open' ? null : t(`partners.wish.state.${state}`),
    wish.publishedAt !== null && wish.visibility === 'network' ? t('partners.wish.visibility.network') : null,
  ]
  return (
    <>
      {words.map((each) =>
        each === null ? null : (
          <Fragment key={each}>
            {' '}
            <span class="tag">{each}</span>
          </Fragment>
        ),
      )}
    </>
  )
}
