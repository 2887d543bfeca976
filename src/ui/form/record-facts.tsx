import type { Reader } from '../../platform/i18n/reader.ts'
import { fieldWords } from '../../platform/records/fields/explanation.ts'
import type { DocumentOf, Fields } from '../../platform/records/fields/field.ts'
import { isLocalizedText, type RecordDocument } from '../../platform/records/record-document.ts'
import type { Fact } from '../blocks/fact-list.tsx'
import { Passage } from '../text/passage.tsx'

/** What a record says in some of its fields, each under its label; what is empty is left out. */
export function recordFacts<F extends Fields, K extends keyof F & string>(
  fields: F,
  names: readonly K[],
  reader: Reader,
  row: Pick<DocumentOf<F>, K>,
): Fact[]
export function recordFacts(
  fields: Fields,
  names: readonly string[],
  reader: Reader,
  row: RecordDocument,
): Fact[] {
  return names.flatMap((name) => {
    const field = fields[name]
    const value = row[name]
    const words = field ? fieldWords(field, reader, value) : null
    if (!field?.label || words === null) return []
    const detail = isLocalizedText(value) ? (
      <Passage text={value} as="span" />
    ) : field.form?.type === 'url' ? (
      <a href={words}>{words}</a>
    ) : (
      words
    )
    return [{ term: reader.t(field.label), detail }]
  })
}
