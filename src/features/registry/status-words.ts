import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import { basisOf, type TieStatus } from './dormancy.ts'

/** The reason for a tie’s status, in words: who (if a party did) or what says so, and since when. */
export function statusWords(reader: Reader, status: TieStatus, saidBy: LocalizedName | null = null): string {
  const { stated, lastExchange } = status
  switch (basisOf(status)) {
    case 'stated':
      if (!stated) return ''
      return saidBy
        ? reader.t('registry.standing.statedBy', {
            name: chooseName(saidBy, reader.language).text,
            day: dayWords(reader, stated.statedOn),
          })
        : reader.t('registry.standing.stated', { day: dayWords(reader, stated.statedOn) })
    case 'exchangeSince':
      return lastExchange
        ? reader.t('registry.standing.exchangeSince', { day: dayWords(reader, lastExchange) })
        : ''
    case 'noExchangeSince':
      if (lastExchange)
        return reader.t('registry.standing.lastExchange', { day: dayWords(reader, lastExchange) })
      return stated
        ? reader.t('registry.standing.noExchangeSince', { day: dayWords(reader, stated.statedOn) })
        : reader.t('registry.standing.nothingKnown')
    default:
      return reader.t('registry.standing.nothingKnown')
  }
}
