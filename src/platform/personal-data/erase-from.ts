import { type RawBuilder, type SelectType, sql, type Updateable } from 'kysely'
import type { Context } from '../context/context.ts'
import type { Database } from '../database/schema.generated.ts'
import { fold, grams } from '../search/index.ts'
import { listNamingRows } from './naming-rows.ts'
import type { DataSubject } from './personal-data.ts'

type Table = keyof Database
type Column<Name extends Table> = keyof Database[Name] & string

/** The person’s own rows: found by their account or their address, and emptied or deleted. */
interface OwnRows<Name extends Table> {
  /** The column that holds an account. */
  person?: Column<Name>
  /** The column that holds an address, in capitals or not. */
  address?: Column<Name>
  left: Updateable<Database[Name]> | 'nothing'
}

/** Columns in which any writer may have named the person. */
interface Words<Name extends Table> {
  /** The columns of the primary key. */
  key: readonly Column<Name>[]
  /** Text, lists of texts and JSON. */
  texts?: readonly Column<Name>[]
  /** Text that holds frozen JSON: see `FrozenFacts`. */
  documents?: readonly Column<Name>[]
  /** Text that is a name: where it was nothing else, it is emptied. A mark in it would be read as a name. */
  names?: readonly Column<Name>[]
  /** Text that is compared or searched in: it holds a name as `fold` writes it. */
  folded?: readonly Column<Name>[]
  /** Whether `grams` are made from `search`, which has changed. */
  grams?: Database[Name] extends { search: unknown; grams: unknown } ? true : never
}

type NoWords = { readonly [Part in keyof Words<Table>]?: never }

/** Columns that say who did something, by id or as `person:` and the id, each with what is left in it. */
type People<Name extends Table> = {
  readonly [Each in Column<Name> as SelectType<Database[Name][Each]> extends string | null ? Each : never]?:
    | string
    | (null extends SelectType<Database[Name][Each]> ? null : never)
}

/** What of one table names people, and what becomes of it when one of them is erased. */
export type NamingTable = {
  [Name in Table]: { table: Name; own?: OwnRows<Name>; people?: People<Name> } & (Words<Name> | NoWords)
}[Table]

// A `NamingTable` of any table, once the compiler has compared the names with the schema.
interface Columns {
  table: string
  own?: OwnColumns
  key?: readonly string[]
  texts?: readonly string[]
  documents?: readonly string[]
  names?: readonly string[]
  folded?: readonly string[]
  grams?: boolean
  people?: Readonly<Record<string, string | null | undefined>>
}

interface OwnColumns {
  person?: string
  address?: string
  left: Readonly<Record<string, unknown>> | 'nothing'
}

/**
 * Erases a person from tables of one feature, in the order in which they are listed: their own rows, their name in any text, and
 * their account in what they did. Returns the keys of the rows that named them, by table.
 */
export async function eraseFrom(
  context: Pick<Context, 'database'>,
  subject: DataSubject,
  tables: readonly NamingTable[],
): Promise<ReadonlyMap<string, Record<string, string>[]>> {
  const named = new Map<string, Record<string, string>[]>()
  for (const columns of tables) {
    await eraseOwn(context, subject, columns)
    named.set(columns.table, await eraseNames(context, subject, columns))
    await erasePeople(context, subject, columns)
  }
  return named
}

async function eraseOwn(
  { database }: Pick<Context, 'database'>,
  { personId, addresses }: DataSubject,
  { table, own }: Columns,
): Promise<void> {
  if (own === undefined) return
  const found = [
    ...(own.person === undefined || personId === null ? [] : [sql`${sql.ref(own.person)} = ${personId}`]),
    ...(own.address === undefined ? [] : [sql`lower(${sql.ref(own.address)}) = any(${addresses}::text[])`]),
  ]
  if (found.length === 0) return
  const erased =
    own.left === 'nothing'
      ? sql`delete from ${sql.table(table)}`
      : sql`update ${sql.table(table)} set ${equalities(own.left, sql`, `)}`
  await sql`${erased} where ${sql.join(found, sql` or `)}`.execute(database)
}

async function eraseNames(
  context: Pick<Context, 'database'>,
  subject: DataSubject,
  {
    table,
    key: keys = [],
    texts = [],
    documents = [],
    names = [],
    folded = [],
    grams: hasGrams = false,
  }: Columns,
): Promise<Record<string, string>[]> {
  const columns = [...texts, ...documents, ...names, ...folded]
  if (columns.length === 0) return []
  const meant =
    folded.length === 0 ? subject : { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const rows = await listNamingRows(context, table, { keys, texts: columns, documents }, meant)
  for (const { keys: key, changes } of rows) {
    const left = {
      ...changes,
      ...Object.fromEntries(names.filter((name) => isMark(changes[name])).map((name) => [name, ''])),
      ...(hasGrams ? { grams: grams(changes.search ?? '') } : {}),
    }
    await sql`
      update ${sql.table(table)} set ${equalities(left, sql`, `)} where ${equalities(key, sql` and `)}
    `.execute(context.database)
  }
  return rows.map(({ keys: key }) => key)
}

function isMark(text: string | undefined): boolean {
  return text !== undefined && /^\s*\[.*\]\s*$/.test(text)
}

async function erasePeople(
  { database }: Pick<Context, 'database'>,
  { personId }: DataSubject,
  { table, people = {} }: Columns,
): Promise<void> {
  const columns = Object.entries(people)
  if (personId === null || columns.length === 0) return
  const isMeant = (column: string) => sql`${sql.ref(column)}::text in (${personId}, ${`person:${personId}`})`
  const left = columns.map(
    ([column, stays = null]) =>
      sql`${sql.ref(column)} = case when ${isMeant(column)} then ${stays} else ${sql.ref(column)} end`,
  )
  const meant = columns.map(([column]) => isMeant(column))
  await sql`
    update ${sql.table(table)} set ${sql.join(left)} where ${sql.join(meant, sql` or `)}
  `.execute(database)
}

function equalities(values: Readonly<Record<string, unknown>>, between: RawBuilder<unknown>) {
  return sql.join(
    Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    between,
  )
}
