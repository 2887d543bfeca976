import { type Insertable, sql } from 'kysely'
import { pino } from 'pino'
import { createApplication } from '../../src/app.tsx'
import { listOrganisationsBySlug } from '../../src/features/directory/queries.ts'
import { addNetwork } from '../../src/features/networks/commands.ts'
import { systemClock } from '../../src/platform/context/clock.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import type { Database } from '../../src/platform/database/schema.generated.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { prepare } from '../../src/prepare.ts'
import { madeUpEvents } from './made-up-events.ts'

/** Slug of the network that has ten thousand events. */
export const busyNetwork = 'busy'

const rowsAStatement = 1000
const tables = ['agenda_event', 'agenda_event_organisation'] as const

/** Adds a network of France and Korea with `count` events to the database that these settings name. */
export async function fillAgenda(environment: Record<string, string>, count: number): Promise<void> {
  const settings = readSettings(environment)
  const database = await openDatabase(settings)
  try {
    const context: Context = {
      actor: { kind: 'operator' },
      clock: systemClock,
      database: database.connection,
      today: '2026-11-02',
    }
    await inTransaction(context, async (inside) => {
      const networkId = await addNetwork(inside, {
        slug: busyNetwork,
        name: { fr: 'Groupe actif', ko: '활발한 그룹', en: 'Busy group' },
        countries: ['FR', 'KR'],
        languages: ['fr', 'ko', 'en'],
      })
      const rows = madeUpEvents(networkId, await listHosts(inside), count)
      for (const table of tables) await insertAll(inside, table, rows[table])
    })
    // The index that finds events and the list of what is translated are made here, and not at the start that is measured.
    await prepare(createApplication({ settings, database, log: pino({ level: 'silent' }) }), () => {})
    for (const table of tables) await sql`vacuum (analyze) ${sql.table(table)}`.execute(database.connection)
  } finally {
    await database.close()
  }
}

async function listHosts(context: Context) {
  const { rows } = await sql<{ slug: string }>`
    select slug from directory_organisation where valid_until is null and name ? 'fr'
    order by population desc nulls last, slug limit 600
  `.execute(context.database)
  const slugs = rows.map(({ slug }) => slug)
  return (await listOrganisationsBySlug(context, slugs)).sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

async function insertAll<T extends keyof Database>(
  context: Context,
  table: T,
  rows: Insertable<Database[T]>[],
): Promise<void> {
  for (let done = 0; done < rows.length; done += rowsAStatement)
    await context.database
      .insertInto(table)
      .values(rows.slice(done, done + rowsAStatement))
      .execute()
}
