import { spawn } from 'node:child_process'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/platform/context/clock.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { buildNetwork } from '../support/build-network.ts'
import { original } from '../support/build-texts.ts'
import { makeEmbedded, templateContext } from '../support/embedded-database.ts'

const count = 2000

// Three processes that compile the whole application: beside all other tests each takes ten times as long as alone.
const patient = { timeout: 600_000 }

type Context = ReturnType<typeof templateContext>

test(
  'a process killed while it prepares a letter leaves nobody out and nobody twice, and nothing leaves before all have their place',
  patient,
  async () => {
    const made = await makeEmbedded({ directory: 'small' })
    onTestFinished(made.remove)
    const inDatabase = async <T>(work: (context: Context) => Promise<T>): Promise<T> => {
      const database = await openUnmigrated(readSettings(made.environment))
      try {
        return await work({ ...templateContext(database), clock: systemClock })
      } finally {
        await database.close()
      }
    }
    const id = await inDatabase(order)
    for (const kill of [1, 2]) {
      expect(await run(id, made.environment, 'in the middle')).toContain('in the middle')
      const { letters, state } = await inDatabase(look)
      process.stderr.write(`killed ${kill} times: ${letters} of ${count} have their place\n`)
      expect(letters).toBeGreaterThan(0)
      expect(letters).toBeLessThan(count)
      expect(state).toBe('prepared')
    }
    expect(await run(id, made.environment, null)).toContain('prepared')
    expect(await inDatabase(look)).toEqual({
      letters: count,
      recipients: count,
      distinct: count,
      state: 'sending',
    })
  },
)

/** Prepares it in a process of its own, killed as soon as it reports that much. */
function run(id: string, environment: Record<string, string>, killAt: string | null): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', projectPath('test/support/prepare-in-process.ts'), id],
    {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        ...environment,
        SECRET: 'a secret for tests, which nobody may guess',
      },
    },
  )
  let said = ''
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString()
    if (killAt !== null && said.includes(killAt)) child.kill('SIGKILL')
  })
  child.stderr.on('data', (piece: Buffer) => process.stderr.write(piece))
  return new Promise((resolve) => child.on('close', () => resolve(said)))
}

async function order(context: Context): Promise<string> {
  const { database } = context
  const network = await buildNetwork(context)
  const [issue, sending, now] = [newId(), newId(), context.clock.now().toString()]
  const parts = [
    { id: newId(), kind: 'text', isHidden: false, isRemoved: false, title: {}, text: original('Bonjour') },
  ]
  await sql`
    insert into newsletter_issue (
      issue_id, network_id, state, number, title, parts, gathered_at, changed_at, published_at, published_on
    )
    values (
      ${issue}, ${network.id}, 'published', 1, ${JSON.stringify(original('Lettre'))}, ${JSON.stringify(parts)}, ${now}, ${now},
      ${now}, '2026-11-02'
    )
  `.execute(database)
  await sql`
    insert into newsletter_subscription (
      subscription_id, network_id, address, address_digest, state, language, country, frequency, consent_way, consent_at,
      created_at, updated_at
    )
    select gen_random_uuid(), ${network.id}, 'reader' || i || '@ville.example', 'digest ' || i, 'subscribed', 'fr', 'FR', 'issue',
      'form', now(), now(), now()
    from generate_series(1, ${count}::int) as i
  `.execute(database)
  await sql`
    insert into newsletter_sending (sending_id, network_id, kind, issue_id, starts_on, ordered_at, prepare_at)
    values (${sending}, ${network.id}, 'issue', ${issue}, '2026-11-02', ${now}, ${now})
  `.execute(database)
  return sending
}

async function look({ database }: Context) {
  const { rows } = await sql<{ letters: number; recipients: number; distinct: number; state: string }>`
    select (select count(*)::int from platform_mailing_reader) as letters,
      (select count(*)::int from newsletter_sending_reader) as recipients,
      (select count(distinct to_address)::int from platform_mailing_reader) as distinct,
      (select state from platform_mailing) as state
  `.execute(database)
  return rows[0] ?? { letters: 0, recipients: 0, distinct: 0, state: '' }
}
