import { buildBare } from './bare/build-bare.ts'
import type { Contents } from './fixtures/fixture.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { startChild } from './load/child.ts'
import { compare, ratesInWords } from './load/rounds.ts'
import { sendTo } from './load/send-to.ts'
import { nextPort, startSite } from './load/site.ts'
import { type Row, row } from './report/row.ts'

const rounds = 5
const seconds = 4
const wanted = 0.6
const busiestGenerator = 0.8

interface Kept {
  what: string
  path: string
  contents: Contents
}

/** The demonstration's list of cooperations from the cache, against a bare route that sends the same bytes. */
export async function measureCachedPage(grounds: Fixtures): Promise<Row[]> {
  return measureKept(grounds, {
    what: 'cached list page',
    path: '/fr/france-coree/cooperations',
    contents: 'plain',
  })
}

/** An answer from the cache of the embedded database's site, against a bare route that sends the same bytes. */
export async function measureKept(
  { grounds, prepare }: Fixtures,
  { what, path, contents }: Kept,
): Promise<Row[]> {
  await prepare(contents)
  const site = await startSite(grounds[0]?.environment(contents) ?? {})
  const port = nextPort()
  const bare = await startChild(await buildBare('bare-route'), [site.url + path, String(port)])
  try {
    const bareUrl = `http://localhost:${port}`
    const bytes = await bytesOf(site.url + path)
    if (bytes !== (await bytesOf(bareUrl + path)))
      throw new Error('The bare route does not answer the same bytes')
    for (let connections = 16; ; connections /= 2) {
      const load = { paths: [path], from: 0, connections, seconds }
      const toSite = () => sendTo(site.pid, { ...load, url: site.url })
      const toBare = () => sendTo(bare.pid, { ...load, url: bareUrl })
      await toSite()
      const warm = await toBare()
      // Fewer connections leave the generator time to breathe; what it lacks then would be taken for the server's.
      if ((warm.generatorShare ?? 0) > busiestGenerator && connections > 2) continue
      const compared = await compare(rounds, toSite, toBare)
      return [
        row({
          what: `${what}, ${(bytes / 1000).toFixed(1)} kB, ${connections} connections`,
          ...ratesInWords(compared),
          wanted: `ratio ≥ ${wanted}`,
          verdict: compared.ratio.median >= wanted ? 'met' : 'SHORT',
        }),
      ]
    }
  } finally {
    await bare.stop()
    await site.stop()
  }
}

async function bytesOf(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  return (await answer.arrayBuffer()).byteLength
}
