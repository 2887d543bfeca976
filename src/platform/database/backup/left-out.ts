import { type RawBuilder, sql } from 'kysely'
import { listMigrations, readMigration } from '../migrations.ts'
import type { TableShape } from './own-tables.ts'

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
  platform_mail: { body: sql`is_secret`, calendar: sql`is_secret`, list: sql`is_secret` },
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
