import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { LocalizedText } from '../i18n/localized-text.ts'
import type { Reader } from '../i18n/reader.ts'
import { type FieldError, type FormState, type FormValues, readForm } from '../input/form.ts'
import type { RecordDocument } from './record-document.ts'
import type { PartCall, PartEntry, PartReading, RecordPart } from './record-kind.ts'

/** What a form of a record is drawn from, its document being of a known shape. */
export interface TypedCall<D> extends Omit<PartCall, 'document'> {
  document: D
}

export type Shown = FormState

/** A form of a record whose document is a `D`, sent with what the schema `S` reads. */
export interface TypedPart<D, S extends z.ZodType>
  extends Pick<RecordPart, 'key' | 'group' | 'title' | 'lead' | 'reasonHint' | 'lists' | 'redraw'> {
  isFor?(call: TypedCall<D>): boolean
  entries?(call: TypedCall<D>): Promise<PartEntry[]> | PartEntry[]
  words?(call: TypedCall<D>): Promise<string> | string
  values(call: TypedCall<D>): Promise<FormValues> | FormValues
  presets?(call: TypedCall<D>, query: unknown): Promise<FormValues>
  schema(call: TypedCall<D>): S
  /** The document with the typed values, or errors that no schema could find. */
  write(
    call: TypedCall<D>,
    typed: z.output<S>,
    values: FormValues,
  ): Promise<D | FieldError[]> | D | FieldError[]
  remove?(call: TypedCall<D>): D
  form(call: TypedCall<D>, shown: Shown): Promise<ComponentChildren> | ComponentChildren
}

/** A form of a record as editing takes it: documents are parsed on the way in. */
export function recordPart<D extends RecordDocument, S extends z.ZodType>(
  parse: (document: RecordDocument) => D,
  part: TypedPart<D, S>,
): RecordPart {
  const typed = (call: PartCall): TypedCall<D> => ({ ...call, document: parse(call.document) })
  const { entries, words, remove, isFor, presets, schema, write, ...same } = part
  return {
    ...same,
    ...(isFor ? { isFor: (call) => isFor(typed(call)) } : {}),
    ...(entries ? { entries: async (call) => entries(typed(call)) } : {}),
    ...(words ? { words: async (call) => words(typed(call)) } : {}),
    values: async (call) => part.values(typed(call)),
    ...(presets ? { presets: (call, query) => presets(typed(call), query) } : {}),
    read: async (call, body): Promise<PartReading> => {
      const reading = readForm(schema(typed(call)), body)
      if (!reading.valid) return reading
      const written = await write(typed(call), reading.data, reading.values)
      return Array.isArray(written) ? { valid: false, errors: written } : { valid: true, document: written }
    },
    ...(remove ? { remove: (call) => remove(typed(call)) } : {}),
    form: (call, shown) => part.form(typed(call), shown),
  }
}

/** The errors, by field, for fields with several inputs. */
export function errorsOf({ t }: Reader, { errors }: Shown): Record<string, string> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message(t)]))
}

/**
 * The words of a date as typed, in the language they were typed in; the earlier words while the date is unchanged, none among them: «
 * récemment » is said of no day.
 */
export function wordsOfDate(
  reader: Reader,
  typed: { edtf: string; words: string | null } | null,
  before: { on: string | null; words: LocalizedText },
): LocalizedText {
  if ((typed?.edtf ?? null) === before.on) return before.words
  if (typed?.words == null) return {}
  return { [reader.interfaceLanguage]: { text: typed.words, state: 'original' } }
}
