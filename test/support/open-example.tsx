import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { Reader } from '../../src/platform/i18n/reader.ts'
import { renderFor } from '../../src/ui/reader.tsx'
import { ExampleForm, readExample } from './example-form.tsx'
import type { TestApp } from './open-test-app.ts'

export interface OpenExample {
  page: Page
  /** Where the site is served. */
  origin: string
  /** Drafts that arrived: their fields, and whether the header that marks them was there. */
  drafts: { values: Record<string, unknown>; isMarked: boolean }[]
  /** How drafts are answered from now on: a status, or `lost` for no answer at all. */
  answerDrafts(status: number | 'lost'): void
  close(): Promise<void>
}

interface OpenOptions {
  javaScriptEnabled?: boolean
  viewport?: { width: number; height: number }
}

/** The example form in a browser, served with the application's own answers, with drafts that a test can look at. */
export async function openExample(
  testApp: TestApp,
  browser: Browser,
  options: OpenOptions = {},
): Promise<OpenExample> {
  const drafts: OpenExample['drafts'] = []
  let draftStatus: number | 'lost' = 204
  const files = await bundle()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const address = request.url ?? ''
    const file = files[address]
    if (file !== undefined) return response.setHeader('content-type', file.contentType).end(file.body)
    const body = request.method === 'POST' ? { ...parse(await text(request)) } : null
    if (address === '/example/draft') {
      if (draftStatus === 'lost') return response.destroy()
      drafts.push({ values: body ?? {}, isMarked: request.headers['x-autosave'] === '1' })
      return response.writeHead(draftStatus).end()
    }
    if (address === '/example') return response.writeHead(200, headers).end(await answerForm(testApp, body))
    const passed = await testApp.get(address)
    return response
      .writeHead(passed.statusCode, { 'content-type': String(passed.headers['content-type']) })
      .end(passed.body)
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const origin = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`${origin}/example`)
  return {
    page,
    origin,
    drafts,
    answerDrafts: (status) => {
      draftStatus = status
    },
    close: async () => {
      await context.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
}

async function answerForm(testApp: TestApp, body: object | null): Promise<string> {
  const reader = readerOf(testApp)
  const answer = await readExample(testApp.context, reader, body)
  const content =
    answer.state === 'draw' ? <ExampleForm answer={answer} /> : <pre>{JSON.stringify(answer.data)}</pre>
  return `<!doctype html>${renderFor(reader, () => (
    <html lang="fr">
      <head>
        <title>Exemple</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/style.css" />
        <script type="module" src="/main.js" />
      </head>
      <body>
        <main class="main">
          <h1>Exemple</h1>
          {content}
        </main>
      </body>
    </html>
  ))}`
}

function readerOf(testApp: TestApp): Reader {
  const t = testApp.application.translate('fr')
  return { language: 'fr', interfaceLanguage: 'fr', t, today: testApp.context.today, now: null }
}

async function bundle() {
  const shared = { bundle: true, write: false as const, external: ['/assets/*'] }
  const [script, style] = await Promise.all([
    build({ ...shared, entryPoints: ['islands/main.ts'], format: 'esm' }),
    build({ ...shared, entryPoints: ['src/ui/styles/main.css'] }),
  ])
  const files: Record<string, { contentType: string; body: string }> = {
    '/main.js': { contentType: 'text/javascript', body: script.outputFiles[0]?.text ?? '' },
    '/style.css': { contentType: 'text/css', body: style.outputFiles[0]?.text ?? '' },
  }
  return files
}
