import { sql } from 'kysely'
import type { TableShape } from '../../src/platform/database/backup/own-tables.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import { fold } from '../../src/platform/search/index.ts'

export interface Filling {
  /** What columns of text and of JSON hold. */
  text: string
  /** What columns of ids hold: every row belongs to every other. */
  id: string
  /** Whether a column (`table.column`) holds neither. */
  isSpared(column: string): boolean
}

const another = '00000000-0000-7000-8000-000000000000'

// Documents whose parts are read one by one; of all other documents an erasure reads every text.
const documents: Readonly<Record<string, (text: string) => unknown>> = {
  'directory_organisation.name': (text) => ({ fr: text }),
  'directory_organisation.short_name': (text) => ({ fr: text }),
  'imports_amended.changes': (text) => [{ language: 'fr', value: text }],
  'imports_table.answers': (text) => ({ [fold(text)]: 'yes' }),
  'imports_text_fact.written': (text) => ({ changes: [{ language: 'fr', value: text }] }),
}

const folded = new Set(['search', 'signature'])

/** Lets columns hold what a rule of the database refuses: a kind may be anybody’s name, and an account one that there is not. */
export async function liftChecks(database: Connection): Promise<void> {
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as "table", conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and (contype = 'c' or confrelid = 'people_person'::regclass)
  `.execute(database)
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(database)
}

export async function emptyTables(database: Connection, tables: readonly TableShape[]): Promise<void> {
  await sql`truncate ${sql.join(tables.map(({ name }) => sql.table(name)))}`.execute(database)
}

/** Puts one row into every table. Called inside a transaction. */
export async function fillTables(
  database: Connection,
  tables: readonly TableShape[],
  filling: Filling,
): Promise<void> {
  // Foreign keys are looked at again once all rows are there.
  await sql`set local session_replication_role = replica`.execute(database)
  for (const { name, columns } of tables) {
    const values = Object.entries(columns).map(([column, type]) => fillerOf(name, column, type, filling))
    await sql`
      insert into ${sql.table(name)} (${sql.join(Object.keys(columns).map((column) => sql.ref(column)))})
      values (${sql.join(values)})
    `.execute(database)
  }
  await sql`set local session_replication_role = origin`.execute(database)
}

function fillerOf(table: string, column: string, type: string, filling: Filling): unknown {
  if (type.endsWith('[]')) return [fillerOf(table, column, type.slice(0, -2), filling)]
  const { text, id } = filling
  const name = `${table}.${column}`
  const isSpared = filling.isSpared(name)
  if (type === 'uuid') return isSpared ? another : id
  if (type === 'jsonb')
    return JSON.stringify(isSpared ? {} : (documents[name]?.(text) ?? { fr: { text, state: 'original' } }))
  if (/^(?:text|char)/.test(type)) return isSpared ? 'x' : folded.has(column) ? fold(text) : text
  if (/^(?:smallint|integer|bigint|numeric|double|real)/.test(type)) return 1
  const value = others[type]
  if (value === undefined) throw new Error(`Say what is put into ${name}, of type ${type}`)
  return value
}

const others: Readonly<Record<string, unknown>> = {
  boolean: true,
  bytea: Buffer.from('x'),
  date: '2026-11-02',
  'time without time zone': '09:00',
  'timestamp with time zone': '2026-11-02T09:00:00Z',
}
