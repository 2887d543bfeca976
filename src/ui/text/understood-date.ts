import { describeDate, describeUnderstood, readSaidDate } from '../../platform/dates/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

/** « Compris comme : du 1er au 10 juin 2017 »; with the assumed year if none was given. */
export function understoodAs(reader: Reader, edtf: string, assumedYear: number | null = null): string {
  const date = describeUnderstood(edtf, reader.interfaceLanguage, reader.today)
  if (assumedYear === null) return reader.t('ui.date.understood', { date })
  return reader.t('ui.date.understoodYear', { date, year: String(assumedYear) })
}

/** The value of a date’s field for an existing record: its words, or a text that is read as the same date. */
export function dateToType(reader: Reader, edtf: string, words: string | null): string {
  const language = reader.interfaceLanguage
  const readsAsItself = (text: string) => readSaidDate(text, language)?.edtf === edtf
  return [words ?? '', describeDate(edtf, language, null, reader.today)].find(readsAsItself) ?? edtf
}
