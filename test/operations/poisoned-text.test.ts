import { sql } from 'kysely'
import { expect, inject, onTestFinished, test } from 'vitest'
import { importText } from '../../src/features/imports/texts/commands.ts'
import { buildNetwork } from '../support/build-network.ts'
import { startEntente } from '../support/entente-process.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { openTestApp } from '../support/open-test-app.ts'

const sentences = hostileTexts.find(({ name }) => name === 'sentences of ties')

test.runIf(inject('databaseServer'))(
  'a text of which a second server has died is taken up by none of those that start after it, and told',
  async () => {
    const testApp = await openTestApp({ directory: 'small' })
    onTestFinished(testApp.close)
    const { id: networkId, slug } = await buildNetwork(testApp.context)
    const source = Buffer.from(sentences?.of(100_000) ?? '')
    const given = { source, name: 'poison.txt', assistantHost: null }
    const { id } = await importText(testApp.application, testApp.context, networkId, given)
    const look = async () => {
      const { rows } = await sql<{ attempts: number; isTaken: boolean; trouble: string | null }>`
        select attempts, claimed_at is not null as "isTaken", trouble from imports_text where text_id = ${id}
      `.execute(testApp.context.database)
      return rows[0]
    }
    const { databaseUrl, dataDir } = testApp.application.settings
    const start = () =>
      startEntente({
        environment: { DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir, DEMO: 'none' },
      })
    // A first one has died of it before.
    await sql`update imports_text set attempts = 1`.execute(testApp.context.database)
    const dying = await start()
    await expect.poll(look, { timeout: 90_000 }).toEqual({ attempts: 2, isTaken: true, trouble: null })
    await dying.stop('SIGKILL')
    // As five minutes later, without a sign of life from its reader.
    await sql`update imports_text set claimed_at = claimed_at - interval '6 minutes'`.execute(
      testApp.context.database,
    )
    const server = await start()
    await expect.poll(look, { timeout: 90_000 }).toMatchObject({ attempts: 2, trouble: 'failedTwice' })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.url}/fr/${slug}`)).status).toBe(200)
  },
)
