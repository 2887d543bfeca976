import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { FormValues } from '../../platform/input/form.ts'
import type { DocumentOf, Field, Fields } from '../../platform/records/fields/field.ts'
import {
  isLocalizedText,
  isPlainList,
  type RecordDocument,
  type RecordValue,
} from '../../platform/records/record-document.ts'
import type { RecordNetwork } from '../../platform/records/record-head.ts'
import { useReader } from '../reader.tsx'
import { dateToType } from '../text/date-words.ts'
import { ChoiceField } from './choice-field.tsx'
import { CodesField } from './codes-field.tsx'
import { DateField } from './date-field.tsx'
import { Field as Line } from './field.tsx'
import { LocalizedField } from './localized-field.tsx'
import { ThemePicker } from './theme-picker.tsx'

/** The fields that forms draw and read by their declaration. */
export type FormName<F extends Fields> = keyof F &
  string &
  { [K in keyof F]: null extends F[K]['form'] ? never : K }[keyof F]

/** The part of a record’s forms that the declaration of some fields gives. */
interface FieldsForm<D extends RecordDocument, S extends z.ZodObject> {
  /** The initial values of the fields; texts are drawn from the document itself. */
  values(call: { document: D; reader: Reader }): FormValues
  /** Reads the values sent into their part of the document. */
  schema(call: { document: D; network: RecordNetwork; reader: Reader }): S
  /** `prefix` stands before the names, where the form holds several entries. */
  form(call: { document: D; network: RecordNetwork; prefix?: string }): ComponentChildren
}

export function formOf<F extends Fields, K extends FormName<F>>(
  fields: F,
  names: readonly K[],
): FieldsForm<DocumentOf<F>, z.ZodObject<{ [Name in K]: z.ZodType<F[Name]['empty']> }>>
export function formOf(fields: Fields, names: readonly string[]): FieldsForm<RecordDocument, z.ZodObject> {
  const rendered = names.flatMap((name) => {
    const field = fields[name]
    return field ? [{ name, field }] : []
  })
  return {
    values: ({ document, reader }) =>
      Object.fromEntries(
        rendered
          .filter(({ field }) => field.kind !== 'text')
          .map(({ name, field }) => [name, valueToType(field, document[name] ?? null, reader)]),
      ),
    schema: ({ document, network, reader }) =>
      z.object(
        Object.fromEntries(
          rendered.flatMap(({ name, field: { form, empty } }) =>
            form ? [[name, form.typed(document[name] ?? empty, network, reader)]] : [],
          ),
        ),
      ),
    form: ({ document, network, prefix = '' }) =>
      rendered.map(({ name, field }) => (
        <RecordField
          key={name}
          {...{ name: `${prefix}${name}`, field, network }}
          value={document[name] ?? null}
        />
      )),
  }
}

function valueToType({ kind }: Field, value: RecordValue, reader: Reader): string | string[] {
  if (kind === 'date' && typeof value === 'string') return dateToType(reader, value, null)
  return isPlainList(value) ? value.map(String) : String(value ?? '')
}

interface RecordFieldProps {
  name: string
  field: Field
  value: RecordValue
  network: RecordNetwork
}

function RecordField({ name, field, value, network }: RecordFieldProps) {
  const reader = useReader()
  const { t } = reader
  const { label, form, kind } = field
  if (form === null || label === null) return null
  const { hint, text, groups, addLabel, type } = form
  const said = { name, label: t(label), hint: hint && t(hint), required: form.isRequired }
  if (text)
    return (
      <LocalizedField
        {...said}
        languages={network.languages}
        text={isLocalizedText(value) ? value : {}}
        {...text}
      />
    )
  if (groups) return <ThemePicker {...said} groups={groups(reader)} />
  if (kind === 'date') return <DateField {...said} />
  const choices = form.choices?.(reader, value, network)
  if (choices && addLabel) return <CodesField {...said} options={choices} usual={[]} addLabel={t(addLabel)} />
  return choices ? (
    <ChoiceField {...said} options={choices} multiple={kind !== 'code'} />
  ) : (
    <Line {...said} {...(type ? { type } : {})} />
  )
}
