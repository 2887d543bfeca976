import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test as plainTest } from 'vitest'
import { runsWith } from '../test/support/needs.ts'
import { openTestBrowser } from '../test/support/open-test-browser.ts'

const test = plainTest.runIf(runsWith('chromium-headless-shell'))

const origin = 'http://entente.test'
const body = `<main tabindex="-1">
  <a href="/source#p1" data-passage="/passage">Source</a>
  <button type="button" data-print hidden>Print</button>
  <ul><li data-tie="limoges"><a href="#tie">Limoges</a></li></ul>
  <svg><g class="map-tie" data-tie="limoges"></g><g class="map-tie" data-tie="paris"></g></svg>
  <table data-arrows>
    <tr><td></td><td><a href="#mon">Monday</a></td><td></td><td><a href="#wed">Wednesday</a></td></tr>
    <tr><td></td><td><a href="#next-mon">Next Monday</a></td><td><a href="#next-tue">Next Tuesday</a></td></tr>
  </table>
  <form><input name="when"><div data-part="planned" data-address="/notice">
    <div aria-live="polite"></div><button name="action" data-fallback>Check</button></div></form>
  <form method="post" action="/sent"><button name="action" value="send">Send</button></form>
</main>`

let browser: Browser
let script: string

beforeAll(async () => {
  const bundle = await build({ entryPoints: ['islands/main.ts'], bundle: true, format: 'esm', write: false })
  script = bundle.outputFiles[0]?.text ?? ''
  if (runsWith('chromium-headless-shell')) browser = await openTestBrowser()
})

afterAll(async () => {
  await browser?.close()
})

test('opens a passage beside its mark, takes the keyboard into it and gives it back', async () => {
  const page = await openPage(200)
  await page.getByRole('link', { name: 'Source' }).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog')
  await expect.poll(() => panel.textContent()).toContain('la phrase')
  expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(() => panel.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Source')
  expect(page.url()).toBe(`${origin}/`)
  await page.close()
})

test('closes by its button, which is named in the page’s language', async () => {
  const page = await openPage(200)
  await page.getByRole('link', { name: 'Source' }).click()
  await page.getByRole('button', { name: 'Fermer' }).click()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  await page.close()
})

test('follows the link when the passage does not come', async () => {
  const page = await openPage(503)
  await page.getByRole('link', { name: 'Source' }).click()
  await page.waitForURL(`${origin}/source#p1`)
  await page.close()
})

test('leaves a click with Ctrl to the browser', async () => {
  const page = await openPage(200)
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Source' }).click({ modifiers: ['ControlOrMeta'] }),
  ])
  expect(await page.getByRole('dialog').count()).toBe(0)
  await tab.close()
  await page.close()
})

test('shows the button that prints, and lights the map from the list', async () => {
  const page = await openPage(200)
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Limoges' }).focus()
  expect(
    await page.locator('.lit').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-tie'))),
  ).toEqual(['limoges'])
  await page.close()
})

test('goes through a calendar with the arrows, to what is nearest on that side', async () => {
  const page = await openPage(200)
  const at = () => page.evaluate(() => document.activeElement?.textContent)
  await page.getByRole('link', { name: 'Monday', exact: true }).focus()
  const walked: unknown[] = []
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'Tab']) {
    await page.keyboard.press(key)
    walked.push(await at())
  }
  expect(walked).toEqual(['Wednesday', 'Next Tuesday', 'Next Monday', 'Monday', 'Monday', 'Wednesday'])
  await page.close()
})

test('says under a date what stands in its way, and leaves the button where nothing answers', async () => {
  const page = await openPage(200)
  const notice = page.locator('[aria-live]')
  const button = page.getByRole('button', { name: 'Check' })
  await page.locator('input[name=when]').fill('2017-10-09')
  await expect.poll(() => notice.textContent()).toBe('한글날 2017-10-09')
  expect(await button.isVisible()).toBe(false)
  await page.locator('input[name=when]').fill('fails')
  await expect.poll(() => button.isVisible()).toBe(true)
  await page.close()
})

test('sends a form once where somebody presses twice, and again for whoever tries again', async () => {
  const page = await openPage(200)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData() ?? '')
  })
  const button = page.getByRole('button', { name: 'Send' })
  await button.dblclick({ delay: 150 })
  await page.waitForTimeout(1100)
  expect(sent).toEqual(['action=send'])
  await button.click()
  await expect.poll(() => sent.length).toBe(2)
  await page.close()
})

async function openPage(passageStatus: number): Promise<Page> {
  const context = await browser.newContext()
  await context.route(`${origin}/**`, (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    if (pathname === '/notice')
      return route.fulfill({
        status: searchParams.get('when') === 'fails' ? 503 : 200,
        contentType: 'text/html; charset=utf-8',
        body: `<p>한글날 ${searchParams.get('when')}</p>`,
      })
    // The page stays, as it does while an answer is on its way.
    if (pathname === '/sent') return route.fulfill({ status: 204 })
    if (pathname === '/main.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    if (pathname === '/passage') {
      return route.fulfill({
        status: passageStatus,
        contentType: 'text/html',
        body: '<p>Voici <mark>la phrase</mark>.</p>',
      })
    }
    return route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html data-close="Fermer"><body>${body}<script type="module" src="/main.js"></script></body></html>`,
    })
  })
  const page = await context.newPage()
  await page.goto(`${origin}/`)
  return page
}
