import { execFileSync } from 'node:child_process'
import { renderReportPdf } from '../src/platform/documents/render-report-pdf.ts'
import type { Report } from '../src/platform/documents/report.ts'
import { forgetDrawn } from '../src/platform/documents/typst.ts'
import { projectPath } from '../src/platform/settings/project-path.ts'
import { seats } from '../tools/browser/visitors.ts'
import type { Fixtures } from './fixtures/open-fixtures.ts'
import { type Site, startByNpm } from './load/site.ts'
import { inWords, type Row, row } from './report/row.ts'
import { percentile, spreadOf } from './report/statistics.ts'

const rounds = 28
const group = '/fr/france-coree'

interface Wanted {
  what: string
  /** Each day is a page of its own: nothing is kept of the one before. */
  address: (day: string) => string
  ms: number
}

const wanted: readonly Wanted[] = [
  { what: 'brief of Korea, database to PDF', address: (day) => `${group}/brief/kr.pdf?now=${day}`, ms: 150 },
  {
    what: 'brief of Korea, database to DOCX',
    address: (day) => `${group}/brief/kr.docx?now=${day}`,
    ms: 150,
  },
  { what: 'page of the brief, drawn', address: (day) => `${group}/brief/kr?now=${day}`, ms: 150 },
  { what: 'page of the brief, from the cache', address: () => `${group}/brief/kr?now=2026-11-01`, ms: 10 },
  {
    what: 'pages filled in a language, over the API',
    address: (day) => `/api/v1/networks/france-coree/brief/fr?now=${day}`,
    ms: 300,
  },
  {
    what: 'legal path of Tours–Sejong',
    address: (day) =>
      `/api/v1/networks/france-coree/legal-path?kind=friendship&parties=tours,sejong&on=${day}`,
    ms: 20,
  },
  {
    what: 'visit note beside it, PDF',
    address: (day) => `${group}/organisations/icheon/note.pdf?now=${day}`,
    ms: 150,
  },
]

/** How long a brief takes from the database to a file, beside the visit note and Typst alone. */
export async function measureBriefs({ grounds, prepare }: Fixtures): Promise<Row[]> {
  await prepare('plain')
  const rows: Row[] = [typstAlone()]
  for (const fixture of grounds) {
    const site = await startByNpm(fixture.environment('plain'))
    try {
      for (const { what, address, ms } of wanted) {
        const taken: number[] = []
        for (let round = 0; round <= rounds; round++) {
          const day = `2026-11-${String((round % 28) + 1).padStart(2, '0')}`
          const startedAt = performance.now()
          const answer = await fetch(site.url + address(day))
          await answer.arrayBuffer()
          if (answer.status !== 200) throw new Error(`${address(day)} answered ${answer.status}`)
          // The first wakes the process that draws.
          if (round > 0) taken.push(performance.now() - startedAt)
        }
        rows.push(rowOf(what, fixture.name, taken, ms))
      }
      const environment = fixture.environment('plain')
      rows.push(
        rowOf('meter of three languages, as one writes', fixture.name, await typeOn(site, environment), 300),
      )
    } finally {
      await site.stop()
    }
  }
  return rows
}

function rowOf(what: string, database: string, taken: number[], ms: number): Row {
  const p95 = percentile(taken, 0.95)
  return row({
    what,
    database,
    figure: `p95 ${p95.toFixed(0)} ms; ${inWords(spreadOf(taken), ' ms')}`,
    wanted: `p95 < ${ms} ms`,
    verdict: p95 < ms ? 'met' : 'SHORT',
  })
}

/** The times that the meter takes while the coordinator writes an item, longer each time. */
async function typeOn(site: Site, environment: Record<string, string>): Promise<number[]> {
  const { url } = site
  const cookie = await signIn(site, environment, seats.coordinator)
  const taken: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const text = 'Le budget suit l’année civile. '.repeat((round % 18) + 1)
    const startedAt = performance.now()
    const answer = await post(`${url}${group}/brief/kr/edit/money/meter`, { 'text.fr.text': text }, cookie)
    if ((await answer.text()).match(/<meter/g)?.length !== 3) throw new Error('The meter shows no languages')
    if (round > 0) taken.push(performance.now() - startedAt)
  }
  return taken
}

/** Prints what `entente WORDS` prints, on the database of these settings. */
export function runCommand(environment: Record<string, string>, ...words: string[]): string {
  const env = { PATH: process.env.PATH, ...environment }
  return execFileSync(process.execPath, [projectPath('dist', 'cli.js'), ...words], { env, encoding: 'utf8' })
}

/** Signs an account in; returns its cookies. */
export async function signIn(
  { url }: Site,
  environment: Record<string, string>,
  account: string,
): Promise<string> {
  const link = new URL(runCommand(environment, 'sign-in-link', account).trim())
  const entered = await post(url + link.pathname, Object.fromEntries(link.searchParams))
  return entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}

/** Sends a form as the site’s own pages do. */
export function post(address: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  const headers = { cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' }
  return fetch(address, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) })
}

function typstAlone(): Row {
  const taken = Array.from({ length: rounds }, (_, round) => {
    const startedAt = performance.now()
    renderReportPdf(pagesOf(round))
    forgetDrawn()
    return performance.now() - startedAt
  })
  return row({
    what: 'Typst alone, eleven pages of prose, each time others',
    figure: inWords(spreadOf(taken), ' ms'),
  })
}

function pagesOf(round: number): Report {
  const sentence = `Les collectivités coopèrent, et le compte rendu ${round} le dit en quelques mots. `
  return {
    language: 'fr',
    title: [{ text: 'Compte rendu' }],
    name: 'Compte rendu',
    subject: '',
    author: 'Entente',
    day: '2026-11-01',
    kicker: [],
    facts: [],
    contents: null,
    foot: [],
    blocks: Array.from({ length: 75 }, () => ({
      kind: 'paragraph' as const,
      passage: [{ text: sentence.repeat(6) }],
    })),
  }
}
