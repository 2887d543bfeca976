import { writeDay } from '../../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'

/** « lundi 9 octobre 2017 » */
export function wholeDay({ interfaceLanguage }: Reader, day: string): string {
  return writeDay(interfaceLanguage, day, wholeShape)
}

const wholeShape = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
