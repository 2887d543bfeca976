import type { Context } from '../context/context.ts'
import type { Settings } from '../settings/settings.ts'

type Server = Pick<Settings, 'baseUrl'>

/** Fixes the part after the @ of every calendar UID, once for the life of a database: at its first start, the host of its address. */
export async function fixUidHost(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  server: Server,
): Promise<void> {
  await database
    .insertInto('platform_calendar_host')
    .values({ host: hostOf(server), fixed_at: clock.now().toString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * The host after the @ of every UID that this database gives out, the same wherever the server moves: calendars know an event by it. For a
 * database that was never started, the host that its first start would fix.
 */
export async function findUidHost({ database }: Pick<Context, 'database'>, server: Server): Promise<string> {
  const row = await database.selectFrom('platform_calendar_host').select('host').executeTakeFirst()
  return row?.host ?? hostOf(server)
}

const hostOf = ({ baseUrl }: Server) => new URL(baseUrl).hostname
