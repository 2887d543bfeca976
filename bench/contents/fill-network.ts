import { type Insertable, sql } from 'kysely'
import { listOrganisationsBySlug } from '../../src/features/directory/queries.ts'
import { addNetwork } from '../../src/features/networks/commands.ts'
import { systemClock } from '../../src/platform/context/clock.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import type { Database } from '../../src/platform/database/schema.generated.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { madeUpTies, written } from './made-up-ties.ts'

/** Slug of the network that has ten thousand cooperations. */
export const largeNetwork = 'large'

const rowsAStatement = 1000

/** Adds a network of France and Korea with `count` cooperations to the database that these settings name. */
export async function fillNetwork(environment: Record<string, string>, count: number): Promise<void> {
  const database = await openDatabase(readSettings(environment))
  try {
    const context: Context = {
      actor: { kind: 'operator' },
      clock: systemClock,
      database: database.connection,
      today: '2026-11-02',
    }
    await inTransaction(context, async (inside) => {
      const networkId = await addNetwork(inside, {
        slug: largeNetwork,
        name: { fr: 'Grand groupe', ko: '대형 그룹', en: 'Large group' },
        countries: ['FR', 'KR'],
        languages: ['fr', 'ko', 'en'],
      })
      const french = await listAuthorities(inside, ['region', 'departement', 'metropole', 'commune'], 1500)
      const korean = await listAuthorities(
        inside,
        ['do', 'si', 'gun', 'autonomous_gu', 'metropolitan_city'],
        300,
      )
      const rows = madeUpTies(networkId, french, korean, count)
      for (const table of written) await insertAll(inside, table, rows[table])
    })
    // As a server does it in the background, and the embedded database with its next snapshot.
    for (const table of written) await sql`vacuum (analyze) ${sql.table(table)}`.execute(database.connection)
  } finally {
    await database.close()
  }
}

async function listAuthorities(context: Context, kinds: string[], most: number) {
  const { rows } = await sql<{ slug: string }>`
    select slug from directory_organisation
    where kind = any(${kinds}::text[]) and valid_until is null and name ? 'fr'
    order by population desc nulls last, slug limit ${most}
  `.execute(context.database)
  const found = await listOrganisationsBySlug(
    context,
    rows.map(({ slug }) => slug),
  )
  return found.sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

async function insertAll<T extends keyof Database>(
  context: Context,
  table: T,
  rows: Insertable<Database[T]>[],
): Promise<void> {
  for (let done = 0; done < rows.length; done += rowsAStatement) {
    await context.database
      .insertInto(table)
      .values(rows.slice(done, done + rowsAStatement))
      .execute()
  }
}
