import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'

interface Valid {
  validFrom: string | null
  /** The first day on which it no longer existed. */
  validUntil: string | null
}

/** From when and until when something existed, its last day included; empty when no date is known. */
export function validityWords(reader: Reader, { validFrom, validUntil }: Valid): string {
  const { t, interfaceLanguage } = reader
  const day = (date: string) => describeDate(date, interfaceLanguage)
  const lastDay =
    validUntil === null ? null : day(Temporal.PlainDate.from(validUntil).subtract({ days: 1 }).toString())
  if (validFrom === null) return lastDay === null ? '' : t('directory.validity.until', { day: lastDay })
  if (lastDay !== null) return t('directory.validity.between', { from: day(validFrom), until: lastDay })
  const key = validFrom > reader.today ? 'directory.validity.from' : 'directory.validity.since'
  return t(key, { day: day(validFrom) })
}
