import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import excel from 'exceljs'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { frenchMinutes } from '../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { recordedTerminal } from '../../../../test/support/recorded-terminal.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import { CommandFailed, WrongUsage } from '../../../platform/cli/command.ts'
import { lookUpMissing } from '../../directory/gazetteer/index.ts'
import { textCommands } from './cli.ts'

let testApp: TestApp
const folder = mkdtempSync(join(tmpdir(), 'entente-minutes-'))
beforeAll(async () => {
  testApp = await openTestApp()
  writeFileSync(join(folder, 'minutes.md'), frenchMinutes)
  writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\nbroken')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await testApp.close()
})

async function run(file: string, options: Record<string, string | boolean> = {}, at = testApp) {
  const { terminal, out, said } = recordedTerminal()
  await textCommands[0]?.run({
    words: [file],
    options,
    folder,
    application: at.application,
    signal: at.application.stopping,
    terminal,
  })
  return { out: String(out()), said }
}

const count = async () => {
  const row = await testApp.context.database
    .selectFrom('imports_text')
    .select((each) => each.fn.countAll<string>().as('count'))
    .executeTakeFirst()
  return Number(row?.count)
}

it('says what a text states without a network, and changes nothing', async () => {
  const { out, said } = await run('minutes.md')
  expect(out).toContain('Limoges – Icheon')
  expect(out).toMatch(/2 cooperations, 1 interested authorities/)
  expect(said).toEqual([])
  expect(await count()).toBe(0)
})

it('prints the draft as one JSON document and nothing else', async () => {
  const { out, said } = await run('minutes.md', { json: true })
  const draft = JSON.parse(out)
  expect(draft.meeting.date).toBe('2026-03-10')
  expect(draft.cooperations).toHaveLength(2)
  expect(said).toEqual([])
})

it('imports a text, accepts what is sure and says where the rest waits', async () => {
  const { id, slug } = await buildNetwork(testApp.context)
  const { out } = await run('minutes.md', { network: slug, apply: true })
  const [, address = ''] = /(http:\S+)/.exec(out) ?? []
  expect(out).toMatch(/^Accepted \d+ facts; \d+ wait for somebody to decide: http:\/\/localhost:3000\/fr\//)
  const ties = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select('slug')
    .where('network_id', '=', id)
    .orderBy('slug')
    .execute()
  expect(ties).toEqual([{ slug: 'limoges-icheon' }, { slug: 'nantes-metropole-suncheon' }])
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: id })
  const page = await coordinator.get(new URL(address).pathname)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Administration du site')
  const again = await run('minutes.md', { network: slug, apply: true, json: true })
  expect(again.said).toEqual(['minutes.md was imported before'])
  expect(JSON.parse(again.out)).toMatchObject({ url: address, accepted: 0 })
})

it('fails with one clear line', async () => {
  const failure = (file: string, options = {}) => run(file, options).catch((error: unknown) => error)
  const missing = await failure('nowhere.md')
  expect(missing).toBeInstanceOf(CommandFailed)
  const broken = await failure('broken.pdf')
  expect(broken).toBeInstanceOf(CommandFailed)
  expect(broken instanceof Error ? broken.message : '').toContain('damaged')
  expect(await failure('minutes.md', { network: 'no-such-group', apply: true })).toBeInstanceOf(WrongUsage)
})

it('leads whoever gives it a workbook to the command that reads tables', async () => {
  const workbook = new excel.Workbook()
  workbook.addWorksheet('Liens').addRows([
    ['Collectivité', 'Partenaire'],
    ['Limoges', 'Icheon'],
  ])
  await workbook.xlsx.writeFile(join(folder, 'ties.xlsx'))
  const { slug } = await buildNetwork(testApp.context)
  for (const options of [undefined, { apply: true, network: slug }]) {
    const refused = await run('ties.xlsx', options).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(CommandFailed)
    expect(String(refused)).toContain('"entente import table FILE" reads it')
  }
})

it('refuses to read where the directory is not loaded, and says what doctor says', async () => {
  const bare = await openTestApp({ directory: 'none' })
  onTestFinished(bare.close)
  const refused = await run('minutes.md', {}, bare).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(CommandFailed)
  const missing = await lookUpMissing(bare.context)
  expect(missing).toBeTruthy()
  expect(String(refused)).toContain(missing)
  // The first test that needs a bare template creates it.
}, 120_000)
