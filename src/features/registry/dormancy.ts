import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { dayWords } from '../../ui/text/date-words.ts'
import type { Intention, Status } from './codes.ts'

/**
 * How long a tie lives on without a dated exchange: one usual term of a convention (three years) before it is slow,
 * two before it is dormant. A judgement of ours, listed in docs/to-be-confirmed.md.
 */
export const activeYears = 3
export const slowYears = 6

/** ISO days: a last sign of life on or after the first means active, on or after the second slow, earlier dormant. */
export function cutOffs(today: string): { activeSince: string; slowSince: string } {
  const day = Temporal.PlainDate.from(today)
  return {
    activeSince: day.subtract({ years: activeYears }).toString(),
    slowSince: day.subtract({ years: slowYears }).toString(),
  }
}

/** The state of a tie on a day: what was stated and the last dated exchange, and the status that follows from both. */
export interface TieStatus {
  status: Status
  intention: Intention | null
  /** The last statement, and its day; null if there is none. */
  stated: { status: Status; statedOn: string } | null
  /** Latest ISO day of the last exchange that is known to have taken place. */
  lastExchangeOn: string | null
  /** That exchange’s date as known (EDTF): sometimes only its year. */
  lastExchange: string | null
}

export const statusBases = ['stated', 'exchangeSince', 'noExchangeSince', 'nothingKnown'] as const
export type StatusBasis = (typeof statusBases)[number]

/** The reason for a tie’s status: a statement, an exchange since, none known since, or nothing known. */
export function basisOf(standing: TieStatus): StatusBasis {
  const { status, stated, lastExchangeOn } = standing
  if (stated && stated.status === status) return 'stated'
  if (lastExchangeOn === null && stated === null) return 'nothingKnown'
  return status === 'active' ? 'exchangeSince' : 'noExchangeSince'
}

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
