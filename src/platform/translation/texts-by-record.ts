import type { LocalizedText } from '../i18n/localized-text.ts'
import type { RecordText, RecordTexts } from './text-owner.ts'

/** A text as a query of its feature answers it, with the id of its record. */
export interface TextRow extends RecordText {
  recordId: string
}

/** The same of a record that has a title and a page of its own. */
export interface TitledTextRow extends TextRow {
  slug: string
  title: LocalizedText
}

/** Gathers texts by their records, in the order of the rows; the first of each says what its record is called and where it is read. */
export function textsByRecord<Row extends TextRow>(
  rows: readonly Row[],
  record: Pick<RecordTexts, 'networkId' | 'recordKind'>,
  described: (first: Row) => Pick<RecordTexts, 'label' | 'address'>,
): RecordTexts[] {
  return [...Map.groupBy(rows, ({ recordId }) => recordId)].flatMap(([recordId, own]) => {
    const [first] = own
    if (!first) return []
    const texts = own.map(({ path, text, knownOn }) => ({ path, text, knownOn }))
    return { ...record, recordId, ...described(first), texts }
  })
}
