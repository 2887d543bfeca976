import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Context } from '../context/context.ts'
import { canonicalText } from '../editions/frozen-facts.ts'
import type { DataSubject } from './personal-data.ts'
import { documentWithoutNames, needlesOf, withoutNames } from './without-names.ts'

export interface Columns<Key extends string, Text extends string> {
  /** The columns of the primary key. */
  keys: readonly Key[]
  /** Columns of text, of lists of texts and of JSON. */
  texts: readonly Text[]
  /** Those of them that are text and hold frozen JSON, in which a name may follow an escaped line end. */
  documents?: readonly Text[]
}

export interface NamingRow<Key extends string, Text extends string> {
  keys: Record<Key, string>
  /** What its columns hold once the names are gone, as the database reads it: JSON and lists as text. */
  changes: Partial<Record<Text, string>>
}

/**
 * The rows of a table that name the person in one of these columns, with what these columns hold without the name. The feature
 * that owns the table writes it.
 */
export async function listNamingRows<Key extends string, Text extends string>(
  { database }: Pick<Context, 'database'>,
  table: string,
  { keys, texts, documents = [] }: Columns<Key, Text>,
  subject: DataSubject,
): Promise<NamingRow<Key, Text>[]> {
  const { names, addresses } = needlesOf(subject)
  // A name may be written with another space than ours; rows found wrongly are left as they are below.
  const wanted = [...names.map((name) => name.replaceAll(' ', '_')), ...addresses].map((each) => `%${each}%`)
  if (wanted.length === 0) return []
  // A text alone is JSON as well, and reads like any other.
  const types = texts.map((text) => sql`pg_typeof(${sql.ref(text)})::text`)
  const conditions = texts.map((text) => sql`${sql.ref(text)}::text ilike any(${wanted}::text[])`)
  const { rows } = await sql<{ types: string[] } & Record<string, unknown>>`
    select ${sql.join([...keys, ...texts].map((column) => sql.ref(column)))}, array[${sql.join(types)}] as types
    from ${sql.table(table)}
    where ${sql.join(conditions, sql` or `)}
  `.execute(database)
  return rows.map((row) => ({
    keys: pick(keys, (key) => String(row[key])),
    changes: pick(texts, (text) =>
      documents.includes(text)
        ? rewriteFrozen(row[text], subject)
        : rewrite(row[text], row.types[texts.indexOf(text)], subject),
    ),
  }))
}

function rewrite(value: unknown, type: string | undefined, subject: DataSubject): string | undefined {
  if (value === null || value === undefined) return undefined
  const left = documentWithoutNames(value, subject)
  if (type === 'text[]' && Array.isArray(left)) return listText(left)
  return typeof left === 'string' && type !== 'jsonb' ? left : JSON.stringify(left)
}

function rewriteFrozen(value: unknown, subject: DataSubject): string | undefined {
  if (typeof value !== 'string') return undefined
  const document = parsed(value)
  if (document === undefined) return withoutNames(value, subject)
  const left = documentWithoutNames(document, subject)
  return isDeepStrictEqual(left, document) ? value : canonicalText(left)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function listText(texts: readonly unknown[]): string {
  return `{${texts.map((each) => `"${String(each).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`
}

function pick<Name extends string, Value>(
  names: readonly Name[],
  answer: (name: Name) => Value | undefined,
): Record<Name, Value> {
  const entries = names.map((name): [Name, Value | undefined] => [name, answer(name)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<Name, Value>
}
