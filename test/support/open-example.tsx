import { parse } from 'node:querystring'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import type { Reader } from '../../src/platform/i18n/reader.ts'
import { ExampleForm, readExample } from './example-form.tsx'
import type { TestApp } from './open-test-app.ts'

export interface OpenExample {
  page: Page
  context: BrowserContext
  /** Drafts that arrived: their fields, and whether the header that marks them was there. */
  drafts: { values: Record<string, unknown>; isMarked: boolean }[]
  /** How drafts are answered from now on: a status, or `lost` for no answer at all. */
  answerDrafts(status: number | 'lost'): void
}

const origin = 'http://entente.test'

/** The example form in a browser, answered by the application's own functions, with drafts that a test can look at. */
export async function openExample(
  house: TestApp,
  browser: Browser,
  options: { javaScriptEnabled?: boolean; viewport?: { width: number; height: number } } = {},
): Promise<OpenExample> {
  const context = await browser.newContext(options)
  const reader = readerOf(house)
  const drafts: OpenExample['drafts'] = []
  let draftStatus: number | 'lost' = 204
  const files = await bundle()
  await context.route(`${origin}/**`, async (route) => {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const file = files[pathname]
    if (file !== undefined) return route.fulfill(file)
    const body = request.method() === 'POST' ? parse(request.postData() ?? '') : null
    if (pathname === '/example/draft') {
      if (draftStatus === 'lost') return route.abort()
      drafts.push({ values: { ...body }, isMarked: request.headers()['x-autosave'] === '1' })
      return route.fulfill({ status: draftStatus })
    }
    if (pathname === '/example') return answerForm(route, house, reader, body)
    const answer = await house.get(pathname + search)
    return route.fulfill({
      status: answer.statusCode,
      contentType: String(answer.headers['content-type']),
      body: answer.body,
    })
  })
  const page = await context.newPage()
  await page.goto(`${origin}/example`)
  return {
    page,
    context,
    drafts,
    answerDrafts: (status) => {
      draftStatus = status
    },
  }
}

async function answerForm(route: Route, house: TestApp, reader: Reader, body: object | null) {
  const answer = await readExample(house.context, reader, body)
  const content =
    answer.state === 'draw'
      ? renderToString(<ExampleForm reader={reader} answer={answer} />)
      : renderToString(<pre>{JSON.stringify(answer.data)}</pre>)
  return route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
    },
    body: `<!doctype html><html lang="fr"><head><title>Exemple</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"><script type="module" src="/main.js"></script></head><body><main><h1>Exemple</h1>${content}</main></body></html>`,
  })
}

function readerOf(house: TestApp): Reader {
  const t = house.application.translate('fr')
  return { language: 'fr', interfaceLanguage: 'fr', t, today: house.context.today, now: null }
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
