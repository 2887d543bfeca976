import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { kindName } from '../../../directory/index.ts'
import { codedWords } from '../../parts/part-words.ts'
import type { SaidValue } from '../checking/said-value.ts'

/** A value of a table or a record in the reader’s words, with the language if it is quoted. */
export function saidWords(reader: Reader, value: SaidValue): { text: string; language: string | null } {
  const { t } = reader
  const own = (text: string) => ({ text, language: null })
  switch (value.part) {
    // Among others of a row, without a heading that names it.
    case 'since':
      return own(t('imports.text.fact.sinceDate', { date: dayWords(reader, value.date) }))
    case 'standing':
    case 'agreement':
    case 'theme': {
      const { text, details } = codedWords(reader, value)
      return own([text, ...details].join(', '))
    }
    case 'summary':
    case 'name':
      return { text: value.text, language: value.language }
    case 'kind':
      return own(kindName(reader, value.kind))
    case 'population':
      return own(t('imports.questions.inhabitants', { count: value.count }))
    case 'place':
      return own(`${value.latitude.toFixed(3)}, ${value.longitude.toFixed(3)}`)
    case 'post':
    case 'person':
    case 'address':
    case 'telephone':
      return own(value.text)
  }
}
