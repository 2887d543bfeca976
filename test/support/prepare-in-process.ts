import { sql } from 'kysely'
import { pino } from 'pino'
import { createApplication } from '../../src/app.tsx'
import { prepareSending } from '../../src/features/newsletter/sending/preparing/commands.ts'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'

// `tsx test/support/prepare-in-process.ts SENDING`: prepares it, and reports progress, for a test that kills it in between.
const [, , id = ''] = process.argv
const settings = readSettings(process.env)
const database = await openUnmigrated(settings)
const application = createApplication({ settings, database, log: pino({ level: 'silent' }) })
const watch = async () => {
  const { rows } = await sql<{ after: string | null; preparedAt: Date | null }>`
    select prepared_after as after, prepared_at as "preparedAt" from newsletter_sending where sending_id = ${id}
  `.execute(application.database)
  if (rows[0]?.after && rows[0].preparedAt === null) process.stdout.write('in the middle\n')
}
const timer = setInterval(() => void watch().catch(() => undefined), 40)
await prepareSending(application, id)
clearInterval(timer)
process.stdout.write('prepared\n')
await database.close()
