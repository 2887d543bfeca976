import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { continuationOf } from '../continuation.ts'
import type { OrganisationRecord } from '../queries.ts'

type Valid = Pick<OrganisationRecord, 'validFrom' | 'validUntil' | 'predecessors'>

/**
 * The period in which something existed, last day included; empty when no date is known. Of an organisation that only changed code,
 * name or status on its first day, the words say that it has had that one since then.
 */
export function validityWords(reader: Reader, organisation: Valid): string {
  const { t, interfaceLanguage } = reader
  const { validFrom, validUntil } = organisation
  const day = (date: string) => describeDate(date, interfaceLanguage)
  const continued = continuationOf(organisation)
  if (validFrom !== null && continued !== null && validUntil === null) {
    const when = validFrom > reader.today ? 'from' : 'since'
    return t(`directory.continued.${when}.${continued}`, { day: day(validFrom) })
  }
  const lastDay =
    validUntil === null ? null : day(Temporal.PlainDate.from(validUntil).subtract({ days: 1 }).toString())
  if (validFrom === null) return lastDay === null ? '' : t('directory.validity.until', { day: lastDay })
  if (lastDay !== null) return t('directory.validity.between', { from: day(validFrom), until: lastDay })
  const key = validFrom > reader.today ? 'directory.validity.from' : 'directory.validity.since'
  return t(key, { day: day(validFrom) })
}
