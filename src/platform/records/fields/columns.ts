import { type RawBuilder, sql } from 'kysely'
import type { PlainMessageKey } from '../../i18n/translate.ts'
import type { RecordDocument } from '../record-document.ts'
import { type DocumentOf, type Fields, type Snake, snake } from './field.ts'

type ColumnsOf<F extends Fields> = {
  [K in keyof F & string as Snake<K>]: F[K]['kind'] extends 'text' ? string : F[K]['empty']
}

type TextColumn<F extends Fields> = Snake<
  string & { [K in keyof F]: F[K]['kind'] extends 'text' ? K : never }[keyof F]
>

/** The columns that a document fills, as a statement takes them: texts as JSON. */
export function columnsOf<F extends Fields>(fields: F, document: DocumentOf<F>): ColumnsOf<F>
export function columnsOf(fields: Fields, document: RecordDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [
      snake(name),
      kind === 'text' ? JSON.stringify(document[name]) : document[name],
    ]),
  )
}

/** The columns that hold texts, for those who erase names from them and for those who translate them. */
export function textColumns<F extends Fields>(fields: F): TextColumn<F>[]
export function textColumns(fields: Fields): string[] {
  return Object.keys(fields)
    .filter((name) => fields[name]?.kind === 'text')
    .map(snake)
}

/** What these are called, by column. */
export function textLabels(fields: Fields): Record<string, PlainMessageKey> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind, label }]) =>
      kind === 'text' && label !== null ? [[snake(name), label]] : [],
    ),
  )
}

/** SQL: the columns of `table`, each under the name of its field. */
export function selectFields(fields: Fields, table: string): RawBuilder<unknown> {
  return sql.join(Object.keys(fields).map((name) => sql`${column(table, name)} as ${sql.ref(name)}`))
}

/** SQL: the document of a row of `table`; `otherwise` says by field what no column holds as it is. A function of SQL takes fifty fields. */
export function selectDocument<F extends Fields>(
  fields: F,
  table: string,
  otherwise: { readonly [K in keyof F]?: RawBuilder<unknown> } = {},
): RawBuilder<RecordDocument> {
  const values = Object.keys(fields).map(
    (name) => sql`${sql.lit(name)}, ${otherwise[name] ?? column(table, name)}`,
  )
  return sql`json_build_object(${sql.join(values)})`
}

const column = (table: string, name: string) => sql.ref(`${table}.${snake(name)}`)
