import { chooseText } from '../../i18n/localized-text.ts'
import type { Reader } from '../../i18n/reader.ts'
import type { Change } from '../difference.ts'
import { isLocalizedText, isPassage, type RecordValue } from '../record-document.ts'
import type { ExplainedChange } from '../record-kind.ts'
import type { Field, Fields } from './field.ts'
import { blankDay } from './kinds.ts'

/** Changes in the reader’s words; `nameOf` says what a reference leads to. What has no label is left out. */
export function explainFields(
  fields: Fields,
  reader: Reader,
  changes: readonly Change[],
  nameOf: (id: string) => string,
): ExplainedChange[] {
  return changes.flatMap(({ path: [name = ''], language, before, after }) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field || field.label === null) return []
    const words = (value: RecordValue | undefined) =>
      typeof value === 'string' && field.kind === 'reference'
        ? nameOf(value)
        : fieldWords(field, reader, value)
    return [{ label: [reader.t(field.label)], language, before: words(before), after: words(after) }]
  })
}

/** The value of a field in the reader’s words; null where it is empty. */
export function fieldWords(
  field: Pick<Field, 'words'>,
  reader: Reader,
  value: RecordValue | undefined,
): string | null {
  if (value === undefined || value === null || value === '' || value === blankDay) return null
  if (isPassage(value)) return value.text
  if (isLocalizedText(value)) return chooseText(value, reader.language)?.text ?? null
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => fieldWords(field, reader, each) ?? '').join(', ')
  if (typeof value === 'object') return null
  return typeof value === 'string' ? field.words(reader, value) : String(value)
}
