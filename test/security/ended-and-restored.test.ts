import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { beforeAll, expect, test, vi } from 'vitest'
import { backupCommand, restoreCommand } from '../../src/platform/cli/backup-commands.ts'
import type { Command, Terminal } from '../../src/platform/cli/command.ts'
import { digestOf } from '../../src/platform/context/secret-token.ts'
import { openProgram, type Program } from '../support/program.ts'
import { recordedTerminal } from '../support/recorded-terminal.ts'
import { type FurnishedNetwork, openFurnishedNetwork } from './furnished-network.ts'

// A whole registry is read back twice.
vi.setConfig({ testTimeout: 240_000 })

let fixture: FurnishedNetwork
let program: Program
let backup: Buffer
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  program = await openProgram(fixture.testApp, { networkId: fixture.networkId })
  backup = (await run(backupCommand, {})).out()
  return fixture.testApp.close
})

async function run(command: Command, options: Record<string, boolean>) {
  const recorded = recordedTerminal()
  const terminal: Terminal = { ...recorded.terminal, read: () => Readable.from([backup]) }
  const { application } = fixture.testApp
  const signal = AbortSignal.timeout(120_000)
  await command.run({ words: ['-'], options, terminal, application, folder: '/', signal })
  return recorded
}

/** How many of the secrets have a digest, in any table. */
async function known(): Promise<number> {
  const { database } = fixture.testApp.context
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and column_name in ('token_digest', 'secret_digest')
      and table_name <> 'people_link'
  `.execute(database)
  const secrets = Object.values(fixture.secrets).map(
    (path) => /token=([^&]*)/.exec(path)?.[1] ?? path.split('/').at(-1) ?? '',
  )
  const digests = [...secrets, program.secret].map(digestOf)
  let found = 0
  for (const { table, column } of rows) {
    const held =
      await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = any(${digests}::text[])`.execute(
        database,
      )
    found += held.rows.length
  }
  return found
}

const asks = async () => (await program.get('/networks/france-coree/cooperations?limit=1')).statusCode

test('a restoration says what is in force again since when, and what of it had been ended', async () => {
  const before = await known()
  expect([before > 7, await asks()]).toEqual([true, 200])
  const { database } = fixture.testApp.context
  await sql`update people_token set ended_at = now()`.execute(database)
  await sql`update people_role set ends_at = starts_at where person_id = ${fixture.member.personId}`.execute(
    database,
  )
  expect(await asks()).toBe(401)
  const { said } = await run(restoreCommand, { replace: true })
  expect(said[0]).toMatch(
    /^As it stood on \d{4}-\d\d-\d\dT\S+Z, in force again: 1 tokens of programs \(1 not in force before\), \d+ invitations, .*\d+ roles \(1 not in force before\), \d+ readers of letters, \d+ links of mails; no session\./,
  )
  expect([await known(), await asks()]).toEqual([before, 200])
})

test('with --end-tokens no secret of before opens anything, in whatever table its digest stands', async () => {
  const { said } = await run(restoreCommand, { replace: true, 'end-tokens': true })
  expect(said[1]).toMatch(/^Ended with --end-tokens: /)
  expect([await known(), await asks()]).toEqual([0, 401])
  const { database } = fixture.testApp.context
  const { rows } = await sql`select 1 from people_passkey`.execute(database)
  expect(rows).toEqual([])
  // Sign-in by a provider finds people by their address, not by a link.
  const open = await sql`
    select 1 from people_invitation where accepted_at is null and withdrawn_at is null
  `.execute(database)
  expect(open.rows).toEqual([])
  expect((await fixture.testApp.get('/fr/france-coree')).statusCode).toBe(200)
})
