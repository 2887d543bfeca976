import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { lookUpNames, minutesDraft, understand } from '../src/features/imports/index.ts'
import { systemClock } from '../src/platform/context/clock.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { readText } from '../src/platform/reading/read-file.ts'
import { projectPath } from '../src/platform/settings/project-path.ts'
import { readSettings } from '../src/platform/settings/settings.ts'
import type { Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { peakMb } from './load/process-stat.ts'
import { plainEnvironment, type Site, startSite } from './load/site.ts'
import { measureReading } from './reading.ts'
import { type Row, row } from './report/row.ts'

/** Signs on a page of minutes, as an office sets them. */
const signsOfPage = 2_500
const pages = 30
const tableRows = 20_000

/** How fast files become facts: reading them, understanding them, writing the rows of a table. */
export async function measureImporting({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const rows = await measureReading()
  for (const fixture of grounds) {
    rows.push(await measureUnderstanding(fixture))
    rows.push(...(await measureTable(fixture)))
  }
  return rows
}

/** Minutes of thirty pages, of texts that are all different, read and understood after start. */
async function measureUnderstanding(fixture: Fixture): Promise<Row> {
  const text = minutesOf(pages * signsOfPage)
  await fixture.copy('plain', 'import')
  const database = await openDatabase(readSettings(fixture.environment('import')))
  try {
    const today = systemClock.now().toString().slice(0, 10)
    const context = {
      actor: { kind: 'operator' as const },
      clock: systemClock,
      database: database.connection,
      today,
    }
    const once = async (bytes: Uint8Array) => {
      const startedAt = performance.now()
      const document = await readText(bytes, { name: 'minutes.md' })
      const draft = minutesDraft(document, await understand(lookUpNames(context), document))
      return { seconds: (performance.now() - startedAt) / 1000, ties: draft.cooperations.length }
    }
    // The reference files are loaded once, at the first text of a process.
    const first = await once(Buffer.from(minutesOf(signsOfPage)))
    const { seconds, ties } = await once(Buffer.from(text))
    return row({
      what: `understanding minutes of ${pages} pages, ${ties} cooperations`,
      database: fixture.name,
      figure: `${seconds.toFixed(2)} s: ${Math.round(pages / seconds)} pages a second`,
      baseline: `first text of a process, one page: ${first.seconds.toFixed(2)} s`,
      wanted: '< 1 s',
      verdict: seconds < 1 ? 'met' : 'SHORT',
    })
  } finally {
    await database.close()
    await fixture.remove('import')
  }
}

/** Accounts of several groups one after the other, over again until they are long enough. */
function minutesOf(signs: number): string {
  const folder = projectPath('test', 'readings', 'open')
  const texts = readdirSync(folder)
    .filter((name) => /^(?:fr|mx)-.*\.(?:md|txt)$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  let whole = ''
  for (let at = 0; whole.length < signs; at += 1) whole += `\n\n${texts[at % texts.length] ?? ''}`
  return whole.slice(0, signs)
}

/** Rows that the command line writes, while a site on the same database answers where the database allows it. */
async function measureTable(fixture: Fixture): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-table-'))
  const file = join(folder, 'twinnings.csv')
  await fixture.copy('plain', 'import')
  const isServed = fixture.name !== 'embedded'
  let site: Site | null = null
  try {
    writeFileSync(file, tableOf(communes()))
    site = isServed ? await startSite(fixture.environment('import')) : null
    const waits = site ? askAllAlong(`${site.url}/fr/france-coree/cooperations`) : null
    const { seconds, memoryMb, said } = await importTable(file, fixture.environment('import'))
    const waited = (await waits?.stop()) ?? []
    const p99 = waited.toSorted((a, b) => a - b)[Math.floor(waited.length * 0.99)] ?? 0
    const [added, asked] = [said.rows.new, said.rows.asked]
    return [
      row({
        what: `importing a table of ${tableRows.toLocaleString('en-GB')} cooperations`,
        database: fixture.name,
        figure: `${seconds.toFixed(1)} s: ${Math.round(tableRows / seconds)} rows a second, ${Math.round(memoryMb)} MB`,
        baseline: waited.length > 0 ? `pages meanwhile: ${waited.length}, p99 ${Math.round(p99)} ms` : '',
        wanted: `all rows written, none asked (${added} and ${asked})`,
        verdict: added === tableRows && said.applied !== null ? 'met' : 'SHORT',
      }),
    ]
  } finally {
    await site?.stop()
    await fixture.remove('import')
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Commune {
  code: string
  name: string
}

function communes(): Commune[] {
  const file = readFileSync(projectPath('data', 'directory', 'fr-communes.tsv'), 'utf8')
  const [head = '', ...lines] = file.trim().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    return { code: /cog=(\w+)/.exec(cell('codes'))?.[1] ?? '', name: cell('name_fr') }
  })
}

/** Each commune with a town abroad that no directory holds, a thousand of these in all. */
function tableOf(all: readonly Commune[]): string {
  const line = ({ code, name }: Commune, at: number) =>
    `${code};${name};Neustadt ${at % 1000};Allemagne;jumelage;${1950 + (at % 70)}`
  const rows = Array.from({ length: tableRows }, (_, at) =>
    line(all[at % all.length] ?? { code: '', name: '' }, at),
  )
  return `code;collectivité;partenaire;pays du partenaire;nature;année\n${rows.join('\n')}\n`
}

const told = z.object({
  rows: z.object({ new: z.number(), asked: z.number() }),
  applied: z.string().nullable(),
})
type Told = z.infer<typeof told>

function importTable(file: string, environment: Record<string, string>) {
  const startedAt = performance.now()
  const words = [
    projectPath('dist', 'cli.js'),
    'import',
    'table',
    file,
    '--network',
    'france-coree',
    '--apply',
    '--json',
  ]
  const child = spawn(process.execPath, words, {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...plainEnvironment(), ...environment },
  })
  let memoryMb = 0
  const watch = setInterval(() => {
    memoryMb = Math.max(memoryMb, peakMb(child.pid ?? 0))
  }, 250)
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  return new Promise<{ seconds: number; memoryMb: number; said: Told }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearInterval(watch)
      if (code !== 0) reject(new Error(`The import ended with ${code}`))
      else
        resolve({
          seconds: (performance.now() - startedAt) / 1000,
          memoryMb,
          said: told.parse(JSON.parse(out)),
        })
    })
  })
}

/** Asks for a page twenty times a second until it is stopped: how long each answer took, in milliseconds. */
function askAllAlong(address: string) {
  const took: number[] = []
  let goesOn = true
  const asking = (async () => {
    while (goesOn) {
      const startedAt = performance.now()
      const answer = await fetch(address)
      await answer.arrayBuffer()
      took.push(performance.now() - startedAt)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    stop: async () => {
      goesOn = false
      await asking
      return took
    },
  }
}
