import { z } from 'zod'
import { describeDate, parseEdtf } from '../../dates/index.ts'
import { inLanguages } from '../../http/api/localized.ts'
import { country } from '../../http/api/parameters.ts'
import { capitalized } from '../../i18n/capitalized.ts'
import { type LocalizedName, type LocalizedText, textStates } from '../../i18n/localized-text.ts'
import type { Reader } from '../../i18n/reader.ts'
import type { PlainMessageKey } from '../../i18n/translate.ts'
import { isCode } from '../../input/code.ts'
import { optionalSaidDate } from '../../input/date-input.ts'
import { says } from '../../input/form.ts'
import { chosenAmong, localizedText, optionalWebAddress } from '../../input/text-input.ts'
import { refuseRepeated } from '../api/program-entries.ts'
import { day, edtf } from '../api/program-fields.ts'
import { type ProgramText, programText, textAfter } from '../api/program-text.ts'
import { inFormerOrder } from '../former-order.ts'
import type { RecordValue } from '../record-document.ts'
import type { RecordNetwork } from '../record-head.ts'
import type { Choice, Field, FieldInForms, FieldPlace } from './field.ts'

/** Prose in several languages: JSON in the database, plain in answers of the API. */
export interface TextField
  extends Field<LocalizedText, z.ZodType<LocalizedName, LocalizedName>, z.ZodType<ProgramText>> {
  readonly kind: 'text'
  readonly label: PlainMessageKey
  read(before: LocalizedText, sent: ProgramText, place: FieldPlace): LocalizedText
  readonly form: FieldInForms<LocalizedText>
}

/** A value that programs read and write as documents hold it. */
interface ValueField<V extends RecordValue> extends Field<V, z.ZodType<V, V>, z.ZodType<V>> {
  readonly kind: 'code' | 'codes' | 'tags' | 'count' | 'date'
}

interface TypedField<V extends RecordValue> extends ValueField<V> {
  readonly label: PlainMessageKey
  readonly form: FieldInForms<V>
}

interface Said {
  label: PlainMessageKey
  hint?: PlainMessageKey
  /** What the description of the API says of it. */
  about?: { answer?: string; program?: string }
}

type Words<T extends string> = (code: T) => PlainMessageKey

export interface TextSaid extends Said {
  /** Most signs in one language. */
  max: number
  /** Lines of the box. */
  rows?: number
  isRequired?: boolean
  /** The form shows the boxes of all languages: of a term, one language says nothing. */
  opensAll?: boolean
}

export function text({
  label,
  hint,
  about,
  max,
  rows = 3,
  isRequired = false,
  opensAll = false,
}: TextSaid): TextField {
  const sent = isRequired ? programText(max) : programText(max).default({})
  return {
    ...asIs('text', label),
    ...inApi(inLanguages, sent, about),
    schema: z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) })),
    empty: {},
    read: textAfter,
    form: {
      hint,
      isRequired,
      text: { max, rows, opensAll },
      typed: (previous) => localizedText({ max, isRequired, previous }),
    },
  }
}

/** A line in one language, as it was written: a title, an address. The forms of each record draw it, programs do not read it. */
export function line({ label }: Pick<Field, 'label'>): Field<string, null, null> {
  return { ...asIs('line', label), schema: z.string(), empty: '', answer: null, program: null, form: null }
}

interface LineField extends Field<string, z.ZodType<string | null, string | null>, z.ZodType<string>> {
  readonly label: PlainMessageKey
  readonly form: FieldInForms<string>
}

/** A line in one language that forms draw, and that programs read and write. */
export function shortLine({
  label,
  hint,
  about,
  max,
  isRequired = false,
}: Omit<TextSaid, 'rows'>): LineField {
  const sent = z.string().trim().max(max)
  const typed = isRequired ? sent.min(1) : sent.default('')
  return {
    ...asIs('line', label),
    ...inApi(z.string().nullable(), typed, about),
    schema: z.string(),
    empty: '',
    form: { hint, isRequired, typed: () => typed },
  }
}

/** The address of a page or document. */
export function webAddress({ label, hint, about }: Said): LineField {
  const typed = optionalWebAddress.transform((address) => address ?? '')
  const sent = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).default('')
  return {
    ...shortLine({ label, max: 2000 }),
    ...inApi(z.string().nullable(), sent, about),
    form: { hint, isRequired: false, type: 'url', typed: () => typed },
  }
}

interface CodeSaid<T extends string> extends Said {
  words: Words<T>
  hints?: Words<T>
  /** Programs may leave it out: it is the first then. */
  mayWait?: boolean
}

/** One of a closed list; a new record begins with the first. */
export function code<const T extends string>(
  list: readonly [T, ...T[]],
  { label, hint, about, hints, mayWait = false, ...given }: CodeSaid<T>,
): TypedField<T> {
  const words = wordsAmong(list, given.words)
  const schema = z.enum(list)
  const choices = (reader: Reader) =>
    list.map((each) => ({
      ...choiceOf(reader, each, words),
      ...(hints && { hint: reader.t(hints(each)) }),
    }))
  return {
    ...asIs('code', label),
    ...inApi(schema, mayWait ? schema.default(list[0]) : schema, about),
    schema,
    empty: list[0],
    words,
    form: { hint, isRequired: true, typed: () => schema, choices },
  }
}

interface CodesSaid<T extends string> extends Said {
  words: Words<T>
  groups?: FieldInForms['groups']
  addLabel?: FieldInForms['addLabel']
  /** The words where none is chosen: in forms, and for programs. */
  none?: { form: PlainMessageKey; program: string }
}

/** Several of a closed list, each once. */
export function codes<const T extends string>(
  list: readonly T[],
  { label, hint, about, groups, addLabel, none, ...given }: CodesSaid<T>,
): TypedField<T[]> {
  const words = wordsAmong(list, given.words)
  const schema = z.array(z.enum(list))
  const most = list.length
  const sent = none ? schema.min(1, { error: none.program }).max(most) : schema.max(most).default([])
  return {
    ...asIs('codes', label),
    ...inApi(schema, sent, about),
    schema,
    empty: [],
    words,
    read: eachOnce,
    form: {
      hint,
      groups,
      addLabel,
      isRequired: none !== undefined,
      typed: (before) =>
        chosenAmong(list)
          .refine((chosen) => !none || chosen.length > 0, none && says(none.form))
          .transform((chosen) => inFormerOrder(before, chosen)),
      choices: (reader) => list.map((each) => choiceOf(reader, each, words)),
    },
  }
}

interface TagsSaid extends Said {
  words(reader: Reader, tag: string): string
  /** In which order forms offer them, where it is not that of the network. */
  order?(reader: Reader, tags: readonly string[]): string[]
}

/** Countries; forms offer those of the network, and those that the record has. */
export function countries(said: TagsSaid): TypedField<string[]> {
  return tags(z.array(country()).max(50), (network) => network.countries, said)
}

/** Languages (BCP 47), offered likewise. */
export function languages(said: TagsSaid): TypedField<string[]> {
  const language = z.string().regex(/^[a-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/)
  return tags(z.array(language).max(20), (network) => network.languages, said)
}

function tags(
  sent: z.ZodType<string[], string[]>,
  ofNetwork: (network: RecordNetwork) => readonly string[],
  { label, hint, about, words, order = (_reader, all) => [...all] }: TagsSaid,
): TypedField<string[]> {
  const among = (before: string[], network: RecordNetwork) => [...new Set([...ofNetwork(network), ...before])]
  const schema = z.array(z.string())
  return {
    ...asIs('tags', label),
    ...inApi(schema, sent.default([]), about),
    schema,
    empty: [],
    words,
    read: eachOnce,
    form: {
      hint,
      isRequired: false,
      typed: (before, network) =>
        chosenAmong(atLeastOne(among(before, network))).transform((chosen) => inFormerOrder(before, chosen)),
      choices: (reader, before, network) =>
        order(reader, among(before, network)).map((each) => choiceOf(reader, each, words)),
    },
  }
}

/** A whole number of nine digits at most; `wrong` is what a form says of anything else. */
export function count({
  label,
  hint,
  about,
  wrong,
}: Said & { wrong: PlainMessageKey }): TypedField<number | null> {
  const sent = z.int().min(0).max(999_999_999).nullable().default(null)
  return {
    ...asIs('count', label),
    ...inApi(z.int().nullable(), sent, about),
    schema: z.int().min(0).nullable(),
    empty: null,
    form: { hint, isRequired: false, typed: () => typedCount(wrong) },
  }
}

// People write 10 000, 10.000 or 10,000.
function typedCount(wrong: PlainMessageKey) {
  return z
    .string()
    .transform((typed) => typed.replaceAll(/[\s.,\u00a0\u202f]/g, ''))
    .pipe(z.union([z.literal(''), z.string().regex(/^\d{1,9}$/, says(wrong))]))
    .default('')
    .transform((typed) => (typed === '' ? null : Number(typed)))
}

/** A number from 0 to 9999 with two places at most: people write 1,5 or 1.5. */
export function decimal({
  label,
  hint,
  about,
  wrong,
}: Said & { wrong: PlainMessageKey }): TypedField<number | null> {
  const schema = z.number().min(0).max(9999).nullable()
  const typed = z
    .string()
    .transform((said) => said.trim().replace(',', '.'))
    .pipe(z.union([z.literal(''), z.string().regex(/^\d{1,4}(\.\d{1,2})?$/, says(wrong))]))
    .default('')
    .transform((said) => (said === '' ? null : Number(said)))
  return {
    ...asIs('count', label),
    ...inApi(schema, schema.default(null), about),
    schema,
    empty: null,
    form: { hint, isRequired: false, typed: () => typed },
  }
}

type DateSaid = Pick<Field, 'label'> & Pick<Said, 'about'>

/** The day of a document of which nothing has been said. */
export const blankDay = '0001-01-01'

export function isoDay({ label, about }: DateSaid): ValueField<string> {
  const schema = z.iso.date()
  return { ...dated(label), ...inApi(schema, day, about), schema, empty: blankDay }
}

export function optionalDay({ label, about }: DateSaid): ValueField<string | null> {
  const schema = z.iso.date().nullable()
  return { ...dated(label), ...inApi(schema, day.nullable().default(null), about), schema, empty: null }
}

/** A date as vague as EDTF may be. */
export function vagueDate({ label, hint, about }: Said): TypedField<string | null> {
  const typed = ({ interfaceLanguage }: Reader) =>
    optionalSaidDate(interfaceLanguage).transform((said) => said?.edtf ?? null)
  return {
    ...dated(label),
    ...inApi(z.string().nullable(), edtf, { answer: 'EDTF', ...about }),
    schema: z.string().max(100).nullable(),
    empty: null,
    form: { hint, isRequired: false, typed: (_before, _network, reader) => typed(reader) },
  }
}

/** The id of something else, which people and programs know by a name: the record says by hand how. */
export function reference({ label }: Pick<Field, 'label'>): Field<string | null, null, null> {
  const schema = z.uuid().nullable()
  return { ...asIs('reference', label), schema, empty: null, answer: null, program: null, form: null }
}

function asIs<const K extends Field['kind'], const L extends Field['label']>(kind: K, label: L) {
  return {
    kind,
    label,
    words: (_reader: Reader, part: string) => part,
    read: <V>(_before: V, sent: V) => sent,
  }
}

function dated<const L extends Field['label']>(label: L) {
  const words = (reader: Reader, said: string) =>
    'problem' in parseEdtf(said) ? said : describeDate(said, reader.interfaceLanguage, null, reader.today)
  return { ...asIs('date', label), words, form: null }
}

function inApi<A extends z.ZodType, P extends z.ZodType>(answer: A, program: P, about: Said['about'] = {}) {
  const described = <S extends z.ZodType>(schema: S, words: string | undefined): S =>
    words === undefined ? schema : schema.describe(words)
  return { answer: described(answer, about.answer), program: described(program, about.program) }
}

// A stored version may hold a code that has been removed since: it is shown as it is.
function wordsAmong<T extends string>(list: readonly T[], keyOf: Words<T>) {
  return (reader: Reader, part: string) => (isCode(list, part) ? reader.t(keyOf(part)) : part)
}

function choiceOf(reader: Reader, value: string, words: Field['words']): Choice {
  return { value, label: capitalized(words(reader, value), reader.interfaceLanguage) }
}

function eachOnce<T extends string>(_before: readonly T[], sent: T[], { path, wrong }: FieldPlace): T[] {
  refuseRepeated(sent, (index) => [...path, index], wrong)
  return sent
}

function atLeastOne([first = 'en', ...others]: string[]): [string, ...string[]] {
  return [first, ...others]
}
