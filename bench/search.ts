import { Agent, get } from 'node:http'
import type { Fixture } from './fixtures/fixture.ts'
import { organisationCounts } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { cpuMsOf } from './load/process-stat.ts'
import { type Site, startSite } from './load/site.ts'
import { queries } from './queries.ts'
import { inWords, type Row, row } from './report/row.ts'
import { percentile, spreadOf } from './report/statistics.ts'

const rounds = 5
const wantedMs = { organisations: 20, large: 100 } as const

/** The fixed queries over a hundred thousand or a million organisations, one after the other, as a program sends them. */
export async function measureSearch(
  { grounds, prepare }: Fixtures,
  contents: keyof typeof wantedMs,
  sayQuery: (line: string) => void,
): Promise<Row[]> {
  await prepare(contents)
  const rows: Row[] = []
  for (const fixture of grounds) rows.push(await measureOn(fixture, contents, sayQuery))
  return rows
}

async function measureOn(
  fixture: Fixture,
  contents: keyof typeof wantedMs,
  sayQuery: (line: string) => void,
): Promise<Row> {
  const site = await startSite(fixture.environment(contents))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await askAll(site, agent)
    const cpuBefore = cpuMsOf(site.pid) ?? 0
    const found: number[][] = []
    const idle: number[] = []
    for (let round = 0; round < rounds; round++) {
      found.push(await askAll(site, agent))
      idle.push(percentile(await repeat(queries.length, () => timeOf(agent, `${site.url}/healthz`)), 0.95))
    }
    const cpuMs = ((cpuMsOf(site.pid) ?? 0) - cpuBefore) / (rounds * queries.length)
    for (const line of slowest(found)) sayQuery(`${fixture.name}, ${organisationCounts[contents]}: ${line}`)
    const p95 = spreadOf(found.map((times) => percentile(times, 0.95)))
    const of = (share: number) => spreadOf(found.map((times) => percentile(times, share))).median.toFixed(1)
    return row({
      what: `search over ${organisationCounts[contents].toLocaleString('en-GB')} organisations, ${queries.length} queries`,
      database: fixture.name,
      figure: `p95 ${inWords(p95, ' ms')}, p50 ${of(0.5)}, slowest ${of(1)} ms`,
      baseline: `an empty answer: p95 ${inWords(spreadOf(idle), ' ms')}`,
      cpu: `${cpuMs.toFixed(2)} ms`,
      wanted: `p95 ≤ ${wantedMs[contents]} ms`,
      verdict: p95.median <= wantedMs[contents] ? 'met' : 'SHORT',
    })
  } finally {
    agent.destroy()
    await site.stop()
  }
}

async function askAll({ url }: Site, agent: Agent): Promise<number[]> {
  const times: number[] = []
  for (const query of queries) {
    times.push(await timeOf(agent, `${url}/api/v1/directory?limit=20&q=${encodeURIComponent(query)}`))
  }
  return times
}

async function repeat(times: number, work: () => Promise<number>): Promise<number[]> {
  const results: number[] = []
  for (let time = 0; time < times; time++) results.push(await work())
  return results
}

/** Milliseconds from the request to the last byte of its answer. */
function timeOf(agent: Agent, address: string): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(address, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answers ${response.statusCode}`))
      response
        .on('error', reject)
        .on('end', () => resolve(performance.now() - startedAt))
        .resume()
    })
    request.on('error', reject)
  })
}

function slowest(found: readonly number[][]): string[] {
  const medians = queries.map((query, place) => ({
    query,
    ms: spreadOf(found.map((times) => times[place] ?? 0)).median,
  }))
  return medians
    .sort((a, b) => b.ms - a.ms)
    .slice(0, 10)
    .map(({ query, ms }) => `${ms.toFixed(1)} ms « ${query.slice(0, 60)} »`)
}
