import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { type FieldError, type FormValues, readForm } from '../../../../platform/input/form.ts'
import type {
  PartCall,
  PartEntry,
  PartReading,
  RecordPart,
} from '../../../../platform/records/record-kind.ts'
import { type CooperationDocument, cooperationDocument } from '../document/schema.ts'

/** What a form of a cooperation is drawn from. */
export interface CooperationCall extends Omit<PartCall, 'document'> {
  document: CooperationDocument
}

export interface Shown {
  values: FormValues
  errors: FieldError[]
}

interface CooperationPart<S extends z.ZodType> {
  key: string
  title: PlainMessageKey
  lead: PlainMessageKey
  entries?(call: CooperationCall): Promise<PartEntry[]> | PartEntry[]
  words?(call: CooperationCall): Promise<string> | string
  values(call: CooperationCall): Promise<FormValues> | FormValues
  schema(call: CooperationCall): S
  /** The document with what was typed, or what is wrong with it that no schema could know. */
  write(
    call: CooperationCall,
    typed: z.output<S>,
    values: FormValues,
  ): Promise<CooperationDocument | FieldError[]> | CooperationDocument | FieldError[]
  remove?(call: CooperationCall): CooperationDocument
  form(call: CooperationCall, shown: Shown): ComponentChildren
}

/** A form of a cooperation as editing takes it: documents are parsed on the way in. */
export function cooperationPart<S extends z.ZodType>(part: CooperationPart<S>): RecordPart {
  const typed = (call: PartCall): CooperationCall => ({
    ...call,
    document: cooperationDocument.parse(call.document),
  })
  const { entries, words, remove } = part
  return {
    key: part.key,
    title: part.title,
    lead: part.lead,
    ...(entries ? { entries: async (call) => entries(typed(call)) } : {}),
    ...(words ? { words: async (call) => words(typed(call)) } : {}),
    values: async (call) => part.values(typed(call)),
    read: async (call, body): Promise<PartReading> => {
      const reading = readForm(part.schema(typed(call)), body)
      if (!reading.valid) return reading
      const written = await part.write(typed(call), reading.data, reading.values)
      return Array.isArray(written)
        ? { valid: false, values: reading.values, errors: written }
        : { valid: true, document: written }
    },
    ...(remove ? { remove: (call) => remove(typed(call)) } : {}),
    form: (call, shown) => part.form(typed(call), shown),
  }
}

/** The sentence beside a field, when something is wrong with it. */
export function errorOf({ t }: Reader, { errors }: Shown, name: string): string | undefined {
  return errors.find(({ field }) => field === name)?.message(t)
}

/** What is wrong, by field, for fields with several inputs. */
export function errorsOf({ t }: Reader, { errors }: Shown): Record<string, string> {
  return Object.fromEntries(errors.map(({ field, message }) => [field, message(t)]))
}

/** The words of a date as typed, in the language they were typed in; those of before while the date is the same. */
export function wordsOfDate(
  reader: Reader,
  typed: { edtf: string; words: string | null } | null,
  before: { on: string | null; words: LocalizedText },
): LocalizedText {
  if (typed !== null && typed.edtf === before.on) return before.words
  if (typed?.words == null) return {}
  return { [reader.interfaceLanguage]: { text: typed.words, state: 'original' } }
}
