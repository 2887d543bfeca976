import {
  describeDate,
  describeRange,
  describeUnderstood,
  readEdtf,
  readSaidDate,
} from '../../platform/dates/index.ts'
import { chooseText, type LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { DateWords } from '../../ui/text/fuzzy-date.tsx'

/** A date as said (in the reader’s words if there are some), its exact range, and its form for machines. */
export function dateWords(reader: Reader, edtf: string, words: LocalizedText = {}): DateWords {
  const said = chooseText(words, reader.language)
  return {
    shown: describeDate(edtf, reader.interfaceLanguage, said?.text, reader.today),
    // From one day to another is said exactly: there is nothing between the lines.
    range: said === null && isSpanOfDays(edtf) ? undefined : describeRange(edtf, reader.interfaceLanguage),
    datetime: /^\d{4}(-\d{2}){0,2}$/.test(edtf) ? edtf : undefined,
  }
}

const isSpanOfDays = (edtf: string) => /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/.test(edtf)

/** A day, or a vaguer EDTF date, in the reader's language. */
export function dayWords(reader: Reader, day: string): string {
  return describeDate(day, reader.interfaceLanguage, null, reader.today)
}

/** First and last ISO day of a date on a timeline; a date without an end goes on to the day on which a source last mentioned it. */
export function rangeOf(edtf: string, knownOn: string): { from: string; until: string } {
  const { from, to, openEnd } = readEdtf(edtf)
  return { from, until: openEnd ? ([from, knownOn].sort().at(-1) ?? from) : to }
}

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
