import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../i18n/reader.ts'
import type { PlainMessageKey } from '../../i18n/translate.ts'
import type { WrongParts } from '../api/wrong-parts.ts'
import type { RecordValue } from '../record-document.ts'
import type { RecordNetwork } from '../record-head.ts'

/**
 * One field of a record: all its facets, declared once. `V` is its value in documents. A special record spreads a field and overrides one
 * facet.
 */
export interface Field<
  V extends RecordValue = RecordValue,
  A extends z.ZodType | null = z.ZodType | null,
  P extends z.ZodType | null = z.ZodType | null,
> {
  readonly kind: 'text' | 'line' | 'code' | 'codes' | 'tags' | 'count' | 'date' | 'reference'
  /** As documents hold it: stored versions, drafts and suggestions are read by it. */
  readonly schema: z.ZodType<V>
  /** What a new record begins as. */
  readonly empty: V
  /** Its label; null for what only the server writes: no change of it is explained. */
  readonly label: PlainMessageKey | null
  /** A code, a date or one entry of a list in the reader’s words. */
  words(reader: Reader, part: string): string
  /** As the API answers it; null where it does not, or where the record says it by hand. */
  readonly answer: A
  /** As programs send it; null where they do not, or where the record says it by hand. */
  readonly program: P
  /** The value after a program has sent another; errors are added to the place. */
  read(before: V, sent: V, place: FieldPlace): V
  /** Null where the forms of the record draw and read it by hand. */
  readonly form: FieldInForms<V> | null
}

export interface FieldPlace {
  /** The path of the field in what was sent. */
  path: readonly PropertyKey[]
  languages: readonly string[]
  wrong: WrongParts
}

export interface Choice {
  value: string
  label: string
  hint?: ComponentChildren
}

/** How forms draw a field, by what there is: boxes for a text, choices in groups, choices, a date as people say it, else one line. */
export interface FieldInForms<V extends RecordValue = RecordValue> {
  readonly hint: PlainMessageKey | undefined
  readonly isRequired: boolean
  /** Reads what the form sends into the new value. */
  typed(before: V, network: RecordNetwork, reader: Reader): z.ZodType<V>
  /** Most signs of a text in one language, and the lines of its box. */
  readonly text?: { max: number; rows: number; opensAll: boolean }
  /** A line that is the address of a page. */
  readonly type?: 'url'
  readonly groups?: ((reader: Reader) => { label: string; options: readonly Choice[] }[]) | undefined
  choices?(reader: Reader, before: V, network: RecordNetwork): Choice[]
  /** Where there are too many for a box each: the label of the list that adds one to those chosen. */
  readonly addLabel?: PlainMessageKey | undefined
}

/** The fields of a record by their names, in the order of its documents. */
export type Fields = Readonly<Record<string, Field>>

export type DocumentOf<F extends Fields> = { [K in keyof F]: F[K]['empty'] }

/** The name of a field in the database and in the API: `populationFrom` → `population_from`. */
export type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name

export function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

// The compiler cannot follow an object made name by name. Functions over all fields therefore declare their result first; `fields.test.ts`
// compares the types, and the results, with objects written out.

/** The schema of a record’s documents. */
export function documentOf<F extends Fields>(fields: F): z.ZodObject<{ [K in keyof F]: F[K]['schema'] }>
export function documentOf(fields: Fields): z.ZodObject {
  return z.object(Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])))
}

/** The document of a record of which nothing has been said. */
export function emptyOf<F extends Fields>(fields: F): DocumentOf<F>
export function emptyOf(fields: Fields): DocumentOf<Fields> {
  return Object.fromEntries(Object.entries(fields).map(([name, { empty }]) => [name, empty]))
}

/** A field that records got after their first versions: documents that do not have it hold what a new record begins as. */
export function addedLater<F extends Field>(field: F): F {
  return { ...field, schema: field.schema.default(field.empty) }
}
