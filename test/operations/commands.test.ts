import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { createApplication } from '../../src/app.tsx'
import { proposeFromTexts } from '../../src/features/practices/index.ts'
import { systemClock } from '../../src/platform/context/clock.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { makeEmbedded } from '../support/embedded-database.ts'
import {
  type Launch,
  launchServer,
  type Running,
  runEntente,
  startEntente,
} from '../support/entente-process.ts'
import { makeOnServer } from '../support/server-database.ts'

let folder: string
let shared: { launch: Launch; running: Running; remove: () => Promise<void> }
/** The backup of the demonstration, as the running server writes it to a pipe. */
let backup: string

// One server with the demonstration for all that does not change it.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-commands-'))
  const made = await makeEmbedded({ demonstration: true })
  const launch: Launch = { environment: { ...made.environment, DEMO: 'none' }, cwd: folder }
  await readTexts(made.environment)
  shared = { launch, running: await launchServer(launch), remove: made.remove }
  backup = (await runEntente(['backup', '-'], launch)).out
})
afterAll(async () => {
  await shared.running.stop('SIGKILL')
  await shared.remove()
  rmSync(folder, { recursive: true, force: true })
})

// What the server would find in them soon after its start would come between two backups.
async function readTexts(environment: Record<string, string>): Promise<void> {
  const settings = readSettings(environment)
  const database = await openDatabase(settings)
  const log = pino({ level: 'silent' })
  await proposeFromTexts(createApplication({ settings, clock: systemClock, database, log }))
  await database.close()
}

const rowsOf = (text: string) => text.split('\n').slice(1, -2)

async function networksAt(url: string): Promise<string[]> {
  const { items } = await (await fetch(`${url}/api/v1/networks`)).json()
  return items.map(({ slug }: { slug: string }) => slug)
}

test('the running server writes its backup where the caller stands, for its owner alone', async () => {
  const toFile = await runEntente(['backup', 'all.jsonl'], shared.launch)
  expect(toFile).toMatchObject({
    exit: 0,
    out: '',
    err: expect.stringMatching(/^Writing the backup…\nWrote \d+ rows to all\.jsonl\n$/),
  })
  expect(statSync(join(folder, 'all.jsonl')).mode & 0o777).toBe(0o600)
  expect(existsSync(join(folder, 'all.jsonl.part'))).toBe(false)
  expect(rowsOf(backup).length).toBeGreaterThan(1000)
  expect(rowsOf(backup)).toEqual(rowsOf(readFileSync(join(folder, 'all.jsonl'), 'utf8')))
})

test('the running server takes a backup from a pipe, and shows what it holds at once', async () => {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const launch: Launch = { environment: { ...made.environment, DEMO: 'none' }, cwd: folder }
  const { url } = await startEntente(launch)
  await runEntente(['network', 'add', 'before', '--countries', 'FR,KR', '--languages', 'fr'], launch)
  expect(await networksAt(url)).toEqual(['before'])
  const refused = await runEntente(['restore', '-'], { ...launch, input: backup })
  expect(refused).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/The database is not empty: .*--replace/),
  })
  expect(await networksAt(url)).toEqual(['before'])
  const restored = await runEntente(['restore', '-', '--replace'], { ...launch, input: backup })
  expect(restored).toMatchObject({ exit: 0, err: expect.stringMatching(/Restored \d+ rows\n$/) })
  expect(await networksAt(url)).toEqual(['france-coree'])
  expect((await fetch(`${url}/fr/before`)).status).toBe(404)
})

test('what is stopped before the end of the pipe changes nothing, and the server goes on', async () => {
  const half = backup.slice(0, backup.length / 2)
  const refused = await runEntente(['restore', '-', '--replace'], { ...shared.launch, input: half })
  expect(refused).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/cut short or damaged at line \d+; nothing was changed\n$/),
  })
  expect(await networksAt(shared.running.url)).toEqual(['france-coree'])
})

test('a reader who goes away in the middle of a backup does not hold the server up', async () => {
  const child = spawn(process.execPath, [projectPath('dist', 'cli.js'), 'backup', '-'], {
    env: { PATH: process.env.PATH ?? '', ...shared.launch.environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGKILL')
  expect((await fetch(`${shared.running.url}/readyz`)).status).toBe(200)
  expect((await runEntente(['backup', '-'], shared.launch)).exit).toBe(0)
})

test('without a server, the command line takes the data directory itself', async () => {
  const empty = mkdtempSync(join(folder, 'empty-'))
  writeFileSync(join(folder, 'one.jsonl'), backup)
  const launch = { environment: { DATA_DIR: empty }, cwd: folder }
  expect(await runEntente(['restore', 'one.jsonl'], launch)).toMatchObject({ exit: 0 })
  expect(rowsOf((await runEntente(['backup', '-'], launch)).out)).toEqual(rowsOf(backup))
})

test('a backup goes into a server that has never been started', async () => {
  const server = await makeOnServer(inject('databaseServer') ?? '', { directory: 'none' })
  onTestFinished(server.remove)
  const launch = { environment: server.environment, input: backup }
  expect(await runEntente(['restore', '-'], launch)).toMatchObject({ exit: 0 })
  const { url } = await startEntente({ environment: { ...server.environment, DATA_DIR: folder } })
  expect(await networksAt(url)).toEqual(['france-coree'])
})

test('doctor says how the running server is', async () => {
  // The end of a server writes its snapshot.
  await shared.running.stop('SIGTERM')
  shared.running = await launchServer(shared.launch)
  const { exit, out, err } = await runEntente(['doctor'], shared.launch)
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/\s+/).slice(0, 2).join(' ')),
  ).toEqual([
    'ok release',
    'ok settings',
    'ok disk',
    'ok database',
    'ok migrations',
    'ok directory',
    'ok networks',
    'ok accounts',
    'ok snapshots',
    'ok files',
    'ok jobs',
    'ok mail',
    'ok letters',
    'ok newsletters',
    'ok documents',
  ])
  expect(out).toMatch(/database +embedded, PostgreSQL 18\.\d+, UTF8, \d+ MB/)
  expect(out).toMatch(/networks +france-coree\n/)
  expect(out).toMatch(/accounts +4 with 0 operators, secret in DATA_DIR\n/)
})

test('doctor shows no password, says what to do, and ends with 1', async () => {
  const made = await makeOnServer(inject('databaseServer') ?? '', { directory: 'none' })
  onTestFinished(made.remove)
  const environment = {
    ...made.environment,
    BASE_URL: 'https://entente.example',
    SMTP_URL: 'smtp://mail:open-sesame@mail.example',
    SECRET: 'a secret of more than thirty-two characters',
  }
  const { exit, out, err } = await runEntente(['doctor', '--json'], { environment })
  const wrong = JSON.parse(out).filter(({ remedy }: { remedy: string | null }) => remedy !== null)
  expect(exit).toBe(1)
  expect(wrong.map(({ subject }: { subject: string }) => subject)).toEqual(['settings', 'directory', 'jobs'])
  expect(err).toBe('Not as it should be: settings, directory, jobs\n')
  expect(out).not.toMatch(/open-sesame|thirty-two/)
})

test('wrong usage ends with 2, what cannot be done with 1, each in one line', async () => {
  const environment = { DATA_DIR: join(folder, 'never-made') }
  expect(await runEntente(['backup'], { environment })).toMatchObject({
    exit: 2,
    out: '',
    err: 'Usage: entente backup FILE\n',
  })
  expect(await runEntente(['backup', 'a', 'b'], { environment })).toMatchObject({ exit: 2 })
  expect(await runEntente(['restore', 'a', '--over'], { environment })).toMatchObject({ exit: 2 })
  expect(await runEntente(['bakup', 'a'], { environment })).toMatchObject({
    exit: 2,
    err: expect.stringMatching(/^There is no command "bakup".*\n$/),
  })
  expect(existsSync(environment.DATA_DIR)).toBe(false)
})
