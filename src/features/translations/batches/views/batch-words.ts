import type { Reader } from '../../../../platform/i18n/reader.ts'
import { isTrouble } from '../../../../platform/translation/translator.ts'
import type { Batch } from '../queries.ts'

/** How a batch stands, in one sentence. */
export function batchState(reader: Reader, batch: Batch): string {
  const { t } = reader
  const { done, total } = batch
  if (batch.undoneAt !== null)
    return t('translations.batch.undone', { when: instantWords(reader, batch.undoneAt) })
  if (batch.trouble !== null) {
    const why = t(`translations.trouble.${isTrouble(batch.trouble) ? batch.trouble : 'answer'}`)
    return `${t('translations.batch.stopped', { done, total })} ${why}`
  }
  if (batch.endedAt !== null) return t('translations.batch.ended', { done, total })
  return t(batch.claimedAt === null ? 'translations.batch.waits' : 'translations.batch.runs', { done, total })
}

/** An instant as people of the network date it: the day and the hour, in UTC, which no side lives by. */
export function instantWords(reader: Reader, instant: Date): string {
  const format = new Intl.DateTimeFormat(reader.interfaceLanguage, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(instant)} UTC`
}
