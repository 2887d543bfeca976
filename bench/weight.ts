import type { Fixtures } from './fixtures/open-fixtures.ts'
import { startSite } from './load/site.ts'
import { type Row, row } from './report/row.ts'

const wantedKb = 60
const paths = [
  '/fr',
  '/fr/france-coree',
  '/ko/france-coree',
  '/fr/france-coree/cooperations',
  '/fr/france-coree/cooperations/evian-muju',
  '/ko/france-coree/organisations',
  '/fr/france-coree/map',
  '/en/directory',
  '/fr/directory/limoges',
]

/** What a first visit to a page transfers, compressed, and whether anything is asked of another host. */
export async function measureWeight({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const site = await startSite(grounds[0]?.environment('plain') ?? {})
  try {
    const rows: Row[] = []
    for (const path of paths) rows.push(await weigh(site.url, path))
    return rows
  } finally {
    await site.stop()
  }
}

async function weigh(site: string, path: string): Promise<Row> {
  const html = await transfer(site + path)
  const asked = new Set(
    addressesIn(html.text, /<(?:link|script|img|source|use|image)\b[^>]*?\s(?:href|src)="([^"]+)"/g),
  )
  for (const tag of html.text.match(/<link\b[^>]*>/g) ?? []) {
    // These tell search engines of other addresses; a browser does not fetch them.
    if (/rel="(?:canonical|alternate)"/.test(tag))
      for (const address of addressesIn(tag, /href="([^"]+)"/g)) asked.delete(address)
  }
  const files = new Map<string, { kind: Kind; bytes: number }>()
  for (const address of asked) if (!address.startsWith('#')) await add(files, new URL(address, site + path))
  const others = [...files.keys()].filter((address) => !address.startsWith(`${site}/`))
  const sum = (kind: Kind) =>
    [...files.values()].filter((file) => file.kind === kind).reduce((all, { bytes }) => all + bytes, 0)
  const kb = (bytes: number) => (bytes / 1000).toFixed(1)
  const code = html.bytes + sum('css') + sum('js')
  return row({
    what: `weight of ${path}, compressed`,
    figure: `${kb(code)} kB: HTML ${kb(html.bytes)}, CSS ${kb(sum('css'))}, JS ${kb(sum('js'))}`,
    baseline: `beside it: fonts ${kb(sum('font'))} kB, pictures ${kb(sum('picture'))} kB, other hosts: ${others.length || 'none'}`,
    wanted: `< ${wantedKb} kB, no other host`,
    verdict: code < wantedKb * 1000 && others.length === 0 ? 'met' : 'SHORT',
  })
}

type Kind = 'css' | 'js' | 'font' | 'picture'

async function add(files: Map<string, { kind: Kind; bytes: number }>, url: URL): Promise<void> {
  if (files.has(url.href) || url.protocol === 'data:') return
  const kind = kindOf(url.pathname)
  // What another host holds is counted, never fetched.
  const file = url.hostname === 'localhost' ? await transfer(url.href) : { text: '', bytes: 0 }
  files.set(url.href, { kind, bytes: file.bytes })
  if (kind !== 'css') return
  for (const address of addressesIn(file.text, /@import\s+["']([^"']+)/g))
    await add(files, new URL(address, url))
  for (const address of addressesIn(file.text, /url\(\s*["']?([^"')]+)/g)) {
    // A browser fetches only the parts of a font that a page's letters ask for: counted are those that it preloads.
    if (kindOf(address) !== 'font' || new URL(address, url).hostname !== 'localhost')
      await add(files, new URL(address, url))
  }
}

async function transfer(address: string): Promise<{ text: string; bytes: number }> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'br' } })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  const text = await answer.text()
  return { text, bytes: Number(answer.headers.get('content-length') ?? Buffer.byteLength(text)) }
}

function kindOf(path: string): Kind {
  if (/\.css$/.test(path)) return 'css'
  if (/\.m?js$/.test(path)) return 'js'
  return /\.woff2?$/.test(path) ? 'font' : 'picture'
}

function addressesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, address = '']) => address)
}
