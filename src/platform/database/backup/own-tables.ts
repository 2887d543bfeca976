import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { listMigrations, readMigration } from '../migrations.ts'

export interface TableShape {
  name: string
  /** Column → type, as the database calls it. */
  columns: Record<string, string>
  /** Columns of the primary key with their types, in order. */
  key: { name: string; type: string }[]
}

/** The tables that our migrations make and this database has; other tables in it are not ours to move. */
export async function listOwnTables(database: Connection): Promise<TableShape[]> {
  const made = new Set(listMigrations().flatMap((name) => tablesIn(name)))
  const { rows } = await sql<{ table: string; column: string; type: string; keyPosition: number | null }>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, a.atttypmod) as type,
      array_position(i.indkey::int2[], a.attnum) as "keyPosition"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind = 'r'
    order by c.relname collate "C", a.attnum
  `.execute(database)
  return [
    ...Map.groupBy(
      rows.filter((row) => made.has(row.table)),
      (row) => row.table,
    ),
  ].map(([name, columns]) => ({
    name,
    columns: Object.fromEntries(columns.map(({ column, type }) => [column, type])),
    key: columns
      .filter(({ keyPosition }) => keyPosition !== null)
      .sort((a, b) => Number(a.keyPosition) - Number(b.keyPosition))
      .map(({ column, type }) => ({ name: column, type })),
  }))
}

export interface ForeignKey {
  name: string
  table: string
  refersTo: string
  /** What follows `add constraint NAME`. */
  definition: string
}

export async function listForeignKeys(database: Connection): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select k.conname as name, t.relname as "table", r.relname as "refersTo", pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    join pg_class r on r.oid = k.confrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    where k.contype = 'f'
    order by t.relname collate "C", k.conname collate "C"
  `.execute(database)
  return rows
}

/** Puts tables after those that they refer to; those that refer to each other in a circle come last, by name. */
export function inDependencyOrder<Table extends { name: string }>(
  tables: readonly Table[],
  keys: readonly Pick<ForeignKey, 'table' | 'refersTo'>[],
): Table[] {
  const ordered: Table[] = []
  const placed = new Set<string>()
  let left = [...tables]
  while (left.length > 0) {
    const isFree = ({ name }: Table) =>
      keys.every(
        ({ table, refersTo }) =>
          table !== name ||
          refersTo === name ||
          placed.has(refersTo) ||
          !left.some((each) => each.name === refersTo),
      )
    const free = left.filter(isFree)
    const next = free.length > 0 ? free : left
    for (const table of next) placed.add(table.name)
    ordered.push(...next)
    left = left.filter((table) => !next.includes(table))
  }
  return ordered
}

// A renamed table is listed by its last name.
function tablesIn(migration: string): string[] {
  const named =
    /^\s*(?:create table (?:if not exists )?|alter table "?[a-z_0-9]+"? rename to )"?([a-z_0-9]+)"?/gim
  return [...readMigration(migration).matchAll(named)].map(([, name]) => name ?? '')
}

/**
 * The tables that a backup leaves out, as the comment before each says in its migration: what lets a person in for a while must
 * not come back to life with an old backup.
 */
export function listFleetingTables(): Set<string> {
  const found = listMigrations().flatMap((name) => [
    ...readMigration(name).matchAll(/^-- Fleeting: [^\n]*\n(?:--[^\n]*\n)*create table ([a-z_0-9]+)/gm),
  ])
  return new Set(found.map(([, table]) => table ?? ''))
}

// A reader of a backup must not find in it what lets them in. A mail without its text is sent to nobody: it ends as failed.
const withheld: Record<string, Record<string, RawBuilder<boolean>>> = {
  platform_inbound_mail: { cut: sql`true` },
  platform_mail: {
    reply_to: sql`is_secret`,
    body: sql`is_secret`,
    calendar: sql`is_secret`,
    list: sql`is_secret`,
  },
  platform_mailing_reader: { preferences_address: sql`true`, unsubscribe_address: sql`true` },
}

/** The columns of a table as a backup holds them: null where a row keeps a secret. */
export function columnsWithoutSecrets({
  name,
  columns,
}: Pick<TableShape, 'name' | 'columns'>): RawBuilder<unknown> {
  return sql.join(
    Object.keys(columns).map((column) => {
      const isSecret = withheld[name]?.[column]
      return isSecret
        ? sql`case when not ${isSecret} then ${sql.ref(column)} end as ${sql.ref(column)}`
        : sql.ref(column)
    }),
  )
}
