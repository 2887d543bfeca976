import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { systemClock } from '../src/platform/context/clock.ts'
import type { Context } from '../src/platform/context/context.ts'
import { type OpenDatabase, openDatabase } from '../src/platform/database/open-database.ts'
import { readSettings } from '../src/platform/settings/settings.ts'
import { type Answer, edit, newTally, type Send, type Tally } from './editing/editor.ts'
import { auditEdits } from './editing/ledger.ts'
import { prepareEditors } from './editing/prepare-editors.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { cpuMsOf } from './load/process-stat.ts'
import { type Site, startSite } from './load/site.ts'
import { type Row, row } from './report/row.ts'
import { percentile } from './report/statistics.ts'

const people = 200
const seconds = 60
const wantedP99Ms = 5000

/**
 * Two hundred people who edit at once on a server's database for a minute: records of their own and records that ten of them share,
 * with drafts. Throws when anything acknowledged is not written exactly once, in order, or a draft was mixed up.
 */
export async function measureEditing({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const fixture = grounds.find(({ name }) => name !== 'embedded')
  if (!fixture) throw new Error('There is no PostgreSQL server to edit on')
  await fixture.copy('plain', 'editing')
  const environment = { ...fixture.environment('editing'), SECRET: randomBytes(48).toString('base64url') }
  const database = await openDatabase(readSettings(environment))
  let site: Site | null = null
  try {
    const signing = { secret: environment.SECRET, baseUrl: 'http://localhost' }
    const editors = await prepareEditors(contextOf(database), signing, people)
    site = await startSite(environment)
    const { pid, url } = site
    const cpuBefore = cpuMsOf(pid) ?? 0
    const tally = newTally()
    const send = sendTo(url)
    const startedAt = performance.now()
    const goesOn = () => performance.now() - startedAt < seconds * 1000
    await Promise.all(editors.map((editor) => edit(send, editor, tally, goesOn)))
    const tookMs = performance.now() - startedAt
    const cpuMs = (cpuMsOf(pid) ?? 0) - cpuBefore
    const faults = await auditEdits(database.connection, tally)
    if (faults.length > 0)
      throw new Error(`${faults.length} faults in editing:\n${faults.slice(0, 20).join('\n')}`)
    return rowsOf(tally, fixture.name, tookMs, cpuMs)
  } finally {
    await site?.stop()
    await database.close()
    await fixture.remove('editing')
  }
}

function rowsOf(tally: Tally, database: string, tookMs: number, cpuMs: number): Row[] {
  const count = tally.acknowledged.length
  const perSecond = (count * 1000) / tookMs
  const cpu = `${(cpuMs / count).toFixed(0)} ms`
  const times = (all: number[]) =>
    [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${Math.round(percentile(all, share))} ms`).join(', ')
  return [
    row({
      what: `${people} people edit at once: changes, none lost or doubled`,
      database,
      figure: `${perSecond.toFixed(1)}/s, ${times(tally.changeMs)}`,
      cpu,
      wanted: `p99 ≤ ${wantedP99Ms} ms`,
      verdict: percentile(tally.changeMs, 0.99) <= wantedP99Ms ? 'met' : 'SHORT',
    }),
    row({ what: 'drafts saved meanwhile', database, figure: times(tally.draftMs) }),
    row({
      what: 'shown that somebody else was faster',
      database,
      figure: `${tally.meetings} times, ${count} changes in ${(tookMs / 1000).toFixed(0)} s`,
    }),
    row({ what: 'processor of the server', database, figure: `${(cpuMs / tookMs).toFixed(2)} cores` }),
  ]
}

function contextOf({ connection }: OpenDatabase): Context {
  const today = systemClock.now().toString().slice(0, 10)
  return { actor: { kind: 'operator' }, clock: systemClock, database: connection, today }
}

/** Requests as a browser of this site sends them, over connections that are kept. */
function sendTo(site: string): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  return (cookie, path, form) => {
    const startedAt = performance.now()
    const body = form && new URLSearchParams(pairsOf(form)).toString()
    const headers = {
      cookie,
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    return new Promise<Answer>((resolve, reject) => {
      const sent = request(new URL(path, site), {
        agent,
        headers,
        method: body === undefined ? 'GET' : 'POST',
      })
      sent.once('error', reject)
      sent.once('response', (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.once('error', reject)
        answer.once('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            body: Buffer.concat(pieces).toString(),
            timeMs: performance.now() - startedAt,
          }),
        )
      })
      sent.end(body)
    })
  }
}

function pairsOf(form: Record<string, string | string[]>): [string, string][] {
  return Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  )
}
