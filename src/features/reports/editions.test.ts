import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  backUp,
  closeDatabases,
  knowStorage,
  openEmbedded,
  restore,
  storageOf,
} from '../../../test/support/backups.ts'
import { findReference } from '../../../test/support/build-organisation.ts'
import { runJob } from '../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { publishReports } from '../../../test/support/publish-reports.ts'
import { recordedTerminal } from '../../../test/support/recorded-terminal.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import { CommandFailed, WrongUsage } from '../../platform/cli/command.ts'
import { findEdition, readFacts } from '../../platform/editions/editions.ts'
import { digestOf } from '../../platform/editions/frozen-facts.ts'
import { openFile } from '../../platform/storage/files.ts'
import { StorageUnusable } from '../../platform/storage/storage.ts'
import { findNetwork } from '../networks/index.ts'
import { reportCommands } from './cli.ts'
import { reportFacts } from './facts.ts'
import { verifyFile } from './files/commands.ts'
import { lookUpReportFile } from './files/queries.ts'

const today = '2026-12-02'
let testApp: TestApp
let folder: string
/** The page of an edition whose files were not there yet. */
let undrawn: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, now: '2026-12-02T08:00:00Z' })
  await publishReports(testApp, async () => {
    undrawn = (await testApp.get(`/fr/france-coree/reports/2?now=${today}`)).body
  })
  folder = await mkdtemp(join(tmpdir(), 'reports-'))
})
afterAll(async () => {
  await closeDatabases()
  await testApp.close()
})

/** Runs `entente report …` as of today, and returns what it prints. */
async function run(name: string, words: string[] = [], options: Record<string, string | boolean> = {}) {
  const { terminal, out } = recordedTerminal()
  const { application } = testApp
  const asOfToday = { ...application, settings: { ...application.settings, now: today } }
  await reportCommands
    .find((each) => each.name === `report ${name}`)
    ?.run({ words, options, folder, application: asOfToday, signal: application.stopping, terminal })
  return out().toString()
}

it('the page of an edition says that its files are being drawn, and offers them once they are', async () => {
  expect(pageWords(undrawn)).toContain('Les fichiers sont en préparation')
  const drawn = await testApp.get(`/fr/france-coree/reports/2?now=${today}`)
  expect(pageWords(drawn.body)).not.toContain('Les fichiers sont en préparation')
  expect(drawn.body).toContain('/reports/2/fr.pdf')
})

it('an edition drawn again is the stored one, each of its files is known, and a flipped byte is refused', async () => {
  await run('rebuild', ['2'], { out: 'again', check: true })
  const names = await readdir(join(folder, 'again'))
  expect(names.toSorted()).toEqual([
    ...['en.docx', 'en.pdf', 'facts.json', 'fr.docx', 'fr.pdf', 'fr.xlsx'],
    ...['ko.docx', 'ko.pdf', 'ko.xlsx', 'letter-fr.docx', 'letter-ko.docx'],
  ])
  for (const name of names)
    expect(await run('verify', [`again/${name}`])).toBe(
      `again/${name}: ${name} of report 2 of france-coree, as published\n`,
    )
  const bytes = await readFile(join(folder, 'again/ko.pdf'))
  bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000)
  await writeFile(join(folder, 'flipped.pdf'), bytes)
  await expect(run('verify', ['flipped.pdf'])).rejects.toThrow(CommandFailed)
  await expect(run('verify', ['nowhere.pdf'])).rejects.toThrow('nowhere.pdf cannot be read')
  await expect(run('rebuild', ['9'])).rejects.toThrow(`There is no edition 9 by ${today}`)
})

it('the difference is told a line a change, or as programs read it', async () => {
  const said = await run('difference', ['1', '2'])
  expect(said).toContain('listedAgreements: 9 + 1 - 0 = 10\n')
  expect(said.match(/^time\ttie\t/gm)?.length).toBeGreaterThanOrEqual(9)
  const { counts, entries } = JSON.parse(await run('difference', ['1', '2'], { json: true }))
  expect(counts.listedTies).toEqual({ old: 11, added: 0, removed: 0, present: 11 })
  expect(entries[0]).toMatchObject({ about: { tie_id: expect.any(String) }, known_on: expect.any(String) })
})

it('an edition restored from a portable backup is read and verifies', async () => {
  knowStorage(testApp.application)
  const copy = await openEmbedded({ directory: 'none' })
  await restore(copy, await backUp(testApp.application.database), true)
  const context = { ...testApp.context, database: copy, today }
  const { networkId } = await copy
    .selectFrom('reports_report')
    .select('network_id as networkId')
    .executeTakeFirstOrThrow()
  const edition = await findEdition(context, { networkId, kind: 'report' }, '2')
  expect(digestOf(reportFacts.parse(await readFacts(context, edition.id)))).toBe(edition.digest)
  for (const name of ['ko.pdf', 'letter-fr.docx', 'manifest.json', 'facts.json']) {
    const bytes = (await testApp.get(`/fr/france-coree/reports/2/${name}?now=${today}`)).rawPayload
    expect(await verifyFile(context, bytes)).toMatchObject({ kind: 'same', name, number: 2 })
    const report = await copy
      .selectFrom('reports_report')
      .select('report_id as id')
      .where('number', '=', 2)
      .executeTakeFirstOrThrow()
    const file = await lookUpReportFile(context, report.id, name)
    if (file === null) throw new Error(`${name} was not restored`)
    const kept = await Array.fromAsync(await openFile(storageOf(copy), file))
    expect(Buffer.concat(kept).equals(bytes)).toBe(true)
  }
}, 120_000)

it('an operator gathers, and nothing is frozen, signed or published out of turn', async () => {
  await expect(run('freeze')).rejects.toThrow('No report is in preparation')
  await expect(run('gather', [], { from: '2026-12-03', to: today })).rejects.toThrow(WrongUsage)
  await expect(run('gather', [], { to: '2027-01-01' })).rejects.toThrow('ends after today')
  expect(await run('gather', [], { from: '2026-01-01' })).toBe('Report 3: 2026-01-01 to 2026-12-02\n')
  await expect(run('publish')).rejects.toThrow('The report is not frozen')
  const { storage } = testApp.application
  const { put } = storage
  storage.put = () => Promise.reject(new StorageUnusable('no space left'))
  await expect(run('freeze')).rejects.toThrow(
    'Report 3 is frozen, but its files are not drawn: no space left',
  )
  storage.put = put
  await expect(run('publish')).rejects.toThrow('Its files are not all drawn yet')
  await expect(run('sign', [], { person: 'nobody@ville.example', digest: 'a' })).rejects.toThrow(
    'Nobody has an account for nobody@ville.example',
  )
})

it('an erratum says what was said, what is right and on whose word', async () => {
  const words = { said: 'Onze coopérations', right: 'Onze, dont une en sommeil', word: 'secrétariat' }
  await run('erratum', ['2'], words)
  const page = pageWords((await testApp.get(`/fr/france-coree/reports/2?now=${today}`)).body)
  for (const each of Object.values(words)) expect(page).toContain(each)
  await expect(run('erratum', ['2'], { said: 'x' })).rejects.toThrow(WrongUsage)
})

it('the note of a visit says what the last report said of the hosts’ ties', async () => {
  const visit = (language: string) =>
    testApp.get(`/${language}/france-coree/visit?place=icheon&from=2026-12-20&now=${today}`)
  expect(pageWords((await visit('fr')).body)).toContain('Ce qu’en dit le rapport n° 2')
  expect(pageWords((await visit('ko')).body)).toContain('제2호 보고서')
})

it('whoever is erased is named in no file of an edition any more; its digest stays', async () => {
  const { context } = testApp
  // Each time another day: kept pages go with the activity of an erasure, which is another feature’s.
  const page = (day = today) => testApp.get(`/fr/france-coree/reports/2?now=${day}`)
  const [, digest = ''] = /([0-9a-f]{64})/.exec((await page()).body) ?? []
  expect(pageWords((await page()).body)).toContain('Jump Guro')
  expect((await testApp.get(`/fr/france-coree/reports/2/fr.pdf?now=${today}`)).statusCode).toBe(200)
  const subject = { personId: null, names: ['Jump Guro'], addresses: [] }
  for (const { erase } of testApp.application.personalData) await erase(context, subject)
  await runJob(testApp, 'reports.draw')
  const after = await page('2026-12-03')
  expect(after.statusCode).toBe(200)
  expect(pageWords(after.body)).not.toContain('Jump Guro')
  expect(after.body).toContain(digest)
  expect(pageWords(after.body)).toContain('Les fichiers ne sont plus proposés')
  expect((await testApp.get(`/fr/france-coree/reports/2/fr.pdf?now=${today}`)).statusCode).toBe(404)
})

it('by command, too, a report is signed once for each side over what was seen, and then public', async () => {
  const { context } = testApp
  const network = await findNetwork(context, 'france-coree')
  const organisationIds = [(await findReference(context, 'seoul')).id]
  const seoul = await signIn(testApp, { role: 'coordinator', networkId: network.id, organisationIds })
  // What is named in it was erased since: it was thawed.
  const { digest } = JSON.parse(await run('freeze', [], { json: true }))
  const sign = (person: string, seen = digest) => run('sign', [], { person, digest: seen, json: true })
  await expect(sign('presidence@groupe.example', '0'.repeat(64))).rejects.toThrow('its digest is another one')
  await expect(sign('international@limoges.example')).rejects.toMatchObject({ reason: 'notAllowed' })
  expect(JSON.parse(await sign('presidence@groupe.example'))).toEqual({ number: 3, digest })
  await expect(sign('coordination@groupe.example')).rejects.toThrow('This side signed already')
  await expect(run('publish')).rejects.toThrow('Both sides must sign first')
  await sign(seoul.address)
  expect(JSON.parse(await run('publish', [], { json: true }))).toMatchObject({ number: 3 })
  const page = pageWords((await testApp.get(`/fr/france-coree/reports/3?now=${today}`)).body)
  expect(page).toContain('Remplace l’édition n° 2')
  expect(page).toMatch(/Signatures .*France .*République de Corée .*Publiée/)
  expect(page.split(digest).length - 1).toBe(3)
})
