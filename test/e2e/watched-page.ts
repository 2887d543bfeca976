import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { patienceMs } from '../../tools/browser/visitors.ts'

export interface WatchedPage {
  page: Page
  /**
   * What a visitor should never cause: errors in the console, faults of scripts, requests that fail or go to another
   * host.
   */
  complaints: string[]
}

/** Opens an empty page that records what goes wrong in it; it closes with the test, and reports the state of a failed one. */
export async function openWatchedPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: inject('site'), ...options })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(`${task.name}: ${await standingOf(page)}\n`)
    await context.close()
  })
  return { page, complaints: watch(page, options.baseURL) }
}

/** The address and the message of a page: a refused form says why. */
async function standingOf(page: Page): Promise<string> {
  const said = await page
    .locator('main')
    .textContent({ timeout: 5000 })
    .catch(() => 'nothing is shown')
  return `the page stood at ${page.url()}: ${(said ?? '').replace(/\s+/g, ' ').slice(0, 1000)}`
}

/** The list to which everything that goes wrong in the page is added; `site` is the only one that it may ask. */
export function watch(page: Page, site = inject('site')): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The page itself may be one that answers 404.
    const isOwnStatus =
      message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    // A mail that is looked at runs no script, those that axe would put into its frame neither: that is what its sandbox is for.
    const isSandbox = /^Blocked script execution in '[^']*\/preview\/html\?[^']*'/.test(message.text())
    if (message.type() === 'error' && !isOwnStatus && !isSandbox)
      complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', ({ message }) => {
    // A page that came before its fade could begin is shown without: the browser reports it of its own accord, not a script of ours.
    if (!/^Transition was (?:aborted|skipped)/.test(message)) complaints.push(`script: ${message}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.origin !== site) complaints.push(`request: ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // A browser that goes on at once leaves before icon and letters are there.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`)
  })
  return complaints
}
