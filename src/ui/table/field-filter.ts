import type { Reader } from '../../platform/i18n/reader.ts'
import type { Field, FieldInForms } from '../../platform/records/fields/field.ts'
import type { RecordNetwork } from '../../platform/records/record-head.ts'
import type { FilterOption } from './filter-input.tsx'

/** A criterion of a list by a field of its records: the words and the choices are those of its forms. */
export function fieldFilter<V extends string[] | string>(
  reader: Reader,
  network: RecordNetwork,
  field: Pick<Field, 'label' | 'words'> & { empty: V; form: FieldInForms<V> },
): { label: string; options: FilterOption[]; word(code: string): string } {
  const { label, words, form, empty } = field
  return {
    label: label === null ? '' : reader.t(label),
    options: (form.choices?.(reader, empty, network) ?? []).map(({ value, label }) => ({ value, label })),
    word: (code) => words(reader, code),
  }
}
