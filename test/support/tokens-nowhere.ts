import { sql } from 'kysely'
import type { TestApp } from './open-test-app.ts'

/** The tables that contain a secret in clear: backups are made of them. It should be none. */
export async function tokensNowhere({ context: { database } }: TestApp, secret: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(database)
  const holding: string[] = []
  for (const { name } of rows) {
    const { rows: found } = await sql`
      select 1 from ${sql.table(name)} as line where strpos(to_jsonb(line)::text, ${secret}) > 0 limit 1
    `.execute(database)
    if (found.length > 0) holding.push(name)
  }
  return holding
}
