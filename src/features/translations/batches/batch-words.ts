import { dateFormatter, withFirst } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isTrouble } from '../../../platform/translation/translator.ts'
import type { Batch } from './queries.ts'

/** The state of a batch, in one sentence. */
export function batchState(reader: Reader, batch: Batch): string {
  const { t } = reader
  const { done, total } = batch
  if (batch.undoneAt !== null)
    return t('translations.batch.undone', { when: dayWords(reader, batch.undoneAt) })
  if (batch.trouble !== null) {
    const why = t(`translations.trouble.${isTrouble(batch.trouble) ? batch.trouble : 'answer'}`)
    return `${t('translations.batch.stopped', { done, total })} ${why}`
  }
  if (batch.endedAt !== null) return t('translations.batch.ended', { done, total })
  return t(batch.claimedAt === null ? 'translations.batch.waits' : 'translations.batch.runs', { done, total })
}

/** The day of an instant, in UTC: when both sides are at work, it is the same day for them. */
export function dayWords(reader: Reader, instant: Date): string {
  const shape = dateFormatter(reader.interfaceLanguage, { dateStyle: 'long', timeZone: 'UTC' })
  return withFirst(reader.interfaceLanguage, shape.format(instant))
}
