import type { Reader } from '../../../../platform/i18n/reader.ts'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Session, Side } from '../session.ts'

/** What a side is called: its countries, those of the network that are on it. */
export function sideName(
  reader: Reader,
  { countries }: Pick<Network, 'countries'>,
  { firstSide }: Pick<Session, 'firstSide'>,
  side: Side,
): string {
  const own = side === 1 ? firstSide : countries.filter((country) => !firstSide.includes(country))
  const names = own.map((country) => countryName(reader, country))
  return names.length > 0 ? names.join(', ') : reader.t('partners.assignment.otherSide')
}
