import { sql } from 'kysely'
import type { Context } from '../context/context.ts'
import type { DataSubject } from './personal-data.ts'
import { documentWithoutNames, needlesOf, withoutNames } from './without-names.ts'

export interface Columns<Key extends string, Text extends string> {
  /** The columns of the primary key. */
  keys: readonly Key[]
  /** Columns of text and of JSON. */
  texts: readonly Text[]
}

export interface NamingRow<Key extends string, Text extends string> {
  keys: Record<Key, string>
  /** What its columns hold once the names are gone, as they are written: JSON as text. */
  changes: Partial<Record<Text, string>>
}

/**
 * The rows of a table that name somebody in one of these columns, with what these columns hold without the name. The feature
 * that owns the table writes it.
 */
export async function listNamingRows<Key extends string, Text extends string>(
  { database }: Pick<Context, 'database'>,
  table: string,
  { keys, texts }: Columns<Key, Text>,
  subject: DataSubject,
): Promise<NamingRow<Key, Text>[]> {
  const { names, addresses } = needlesOf(subject)
  // A name may be written with another space than ours; what is found too much is left as it is below.
  const wanted = [...names.map((name) => name.replaceAll(' ', '_')), ...addresses].map((each) => `%${each}%`)
  if (wanted.length === 0) return []
  const conditions = texts.map((text) => sql`${sql.ref(text)}::text ilike any(${wanted}::text[])`)
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...keys, ...texts].map((column) => sql.ref(column)))}
    from ${sql.table(table)}
    where ${sql.join(conditions, sql` or `)}
  `.execute(database)
  return rows.map((row) => ({
    keys: pick(keys, (key) => String(row[key])),
    changes: pick(texts, (text) => rewrite(row[text], subject)),
  }))
}

function rewrite(value: unknown, subject: DataSubject): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return withoutNames(value, subject)
  return JSON.stringify(documentWithoutNames(value, subject))
}

function pick<Name extends string, Value>(
  names: readonly Name[],
  answer: (name: Name) => Value | undefined,
): Record<Name, Value> {
  const entries = names.map((name): [Name, Value | undefined] => [name, answer(name)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Record<Name, Value>
}
