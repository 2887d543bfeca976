import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectPath } from '../src/platform/settings/project-path.ts'
import type { Fixture } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { plainEnvironment } from './load/site.ts'
import { type Row, row } from './report/row.ts'

const count = 10_000
const mostSeconds = 5

/** Ten thousand events of a calendar file, read and written into an agenda by the command line, its start included. */
export async function measureCalendarImport({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const rows: Row[] = []
  for (const fixture of grounds) rows.push(await measureOn(fixture))
  return rows
}

async function measureOn(fixture: Fixture): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-calendar-'))
  const file = join(folder, 'agenda.ics')
  await fixture.copy('plain', 'calendar')
  try {
    writeFileSync(file, calendarOf())
    const startedAt = performance.now()
    const said = await importCalendar(file, fixture.environment('calendar'))
    const seconds = (performance.now() - startedAt) / 1000
    return row({
      what: `importing a calendar of ${count.toLocaleString('en-GB')} events`,
      database: fixture.name,
      figure: `${seconds.toFixed(1)} s: ${Math.round(count / seconds)} events a second`,
      baseline: '',
      wanted: `< ${mostSeconds} s`,
      verdict: said.includes(`: ${count}`) && seconds < mostSeconds ? 'met' : 'SHORT',
    })
  } finally {
    await fixture.remove('calendar')
    rmSync(folder, { recursive: true, force: true })
  }
}

function importCalendar(file: string, environment: Record<string, string>): Promise<string> {
  const words = [
    projectPath('dist', 'cli.js'),
    'import',
    'calendar',
    file,
    '--network',
    'france-coree',
    '--apply',
  ]
  const child = spawn(process.execPath, words, {
    cwd: projectPath(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...plainEnvironment(), ...environment },
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`The import ended with ${code}`)),
    )
  })
}

function calendarOf(): string {
  const day = (at: number) =>
    `2026${String((at % 12) + 1).padStart(2, '0')}${String((at % 28) + 1).padStart(2, '0')}`
  const events = Array.from({ length: count }, (_, at) =>
    [
      'BEGIN:VEVENT',
      `UID:event-${at}@bench.example`,
      'DTSTAMP:20260101T000000Z',
      `SUMMARY:Réunion ${at} du groupe-pays, 한·불 지방정부 교류`,
      'DESCRIPTION:Bilan de l’année et préparation des rencontres.',
      `DTSTART;TZID=Asia/Seoul:${day(at)}T100000`,
      'DURATION:PT2H',
      'END:VEVENT',
    ].join('\r\n'),
  )
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')
}
