import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test as plainTest } from 'vitest'
import { axeFindings } from '../../test/e2e/soundness.ts'
import { runsWith } from '../../test/support/needs.ts'
import { openTestBrowser } from '../../test/support/open-test-browser.ts'
import type { Feed } from './draw.ts'

const test = plainTest.runIf(runsWith('chromium-headless-shell'))
const [town, site] = ['http://town.test', 'http://entente.test']
const inside = `<a href="${site}/fr/groupe/agenda">Agenda partagé</a>`
const event = (name: string) => ({
  url: `${site}/fr/groupe/agenda/${name}`,
  title: `<b>${name}</b>`,
  language: 'fr',
  tags: ['festival'],
  _entente: {
    dates: ['ven. 7 juil. 2017, 10:00–17:00 Paris', 'ven. 7 juil. 2017, 17:00–00:00 (+1 j) Séoul'],
    notes: ['La date a changé.'],
    place: 'Tours',
  },
})
const feed: Feed = {
  title: 'Agenda partagé – Groupe',
  home_page_url: `${site}/fr/groupe/agenda?when=coming`,
  language: 'fr',
  _entente: { words: { all: 'Voir tout l’agenda', none: 'Aucun événement à venir' } },
  items: Array.from({ length: 12 }, (_, index) => event(`e${index}`)),
}

let browser: Browser
let script: string
beforeAll(async () => {
  const options = { bundle: true, minify: true, format: 'iife', write: false } as const
  script = (await build({ entryPoints: ['islands/embed/agenda.ts'], ...options })).outputFiles[0]?.text ?? ''
  if (runsWith('chromium-headless-shell')) browser = await openTestBrowser()
})
afterAll(async () => {
  await browser?.close()
})

plainTest('weighs less than ten kilobytes', () => {
  expect(gzipSync(script).length).toBeLessThan(10_000)
})

test('draws the agenda of another site on both clocks, read out and walked through like a list of links', async () => {
  const { page, asked } = await open('lang="fr" network="groupe" theme="culture youth"')
  await expect.poll(() => page.getByRole('listitem').count()).toBe(10)
  expect(asked[0]).toBe(`${site}/fr/groupe/agenda.json?when=coming&theme=culture&theme=youth`)
  expect(await page.getByRole('heading', { level: 2 }).textContent()).toBe('Agenda partagé – Groupe')
  expect(await page.getByRole('listitem').first().getByRole('paragraph').allTextContents()).toEqual([
    '<b>e0</b>',
    'ven. 7 juil. 2017, 10:00–17:00 Paris',
    'ven. 7 juil. 2017, 17:00–00:00 (+1 j) Séoul',
    'La date a changé.',
    'Tours · festival',
  ])
  const reached: (string | null | undefined)[] = []
  for (let step = 0; step < 11; step++) {
    await page.keyboard.press('Tab')
    reached.push(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('href')),
    )
  }
  expect([reached[0], reached[9], reached[10]]).toEqual([
    `${site}/fr/groupe/agenda/e0`,
    `${site}/fr/groupe/agenda/e9`,
    `${site}/fr/groupe/agenda?when=coming`,
  ])
  expect(await axeFindings(page, 'entente-agenda')).toEqual([])
  await page.context().close()
})

test('follows its attributes', async () => {
  const { page, asked } = await open('lang="fr" network="groupe" limit="2"')
  await expect.poll(() => page.getByRole('listitem').count()).toBe(2)
  await page.locator('entente-agenda').evaluate((element) => element.setAttribute('lang', 'ko'))
  await expect.poll(() => asked.at(-1)).toBe(`${site}/ko/groupe/agenda.json?when=coming`)
  await page.context().close()
})

test('says that there is nothing', async () => {
  const { page } = await open('lang="fr" network="groupe"', { ...feed, items: [] })
  await expect.poll(() => page.getByText('Aucun événement à venir').count()).toBe(1)
  await page.context().close()
})

test('leaves the link of the page where the feed does not come, and makes one where there is none', async () => {
  const { page } = await open('lang="fr" network="groupe"', null)
  await expect.poll(() => page.locator('entente-agenda').getAttribute('aria-busy')).toBeNull()
  expect(await page.getByRole('link', { name: 'Agenda partagé' }).isVisible()).toBe(true)
  await page.context().close()
  const bare = await open('lang="fr" network="groupe"', null, '')
  await expect.poll(() => bare.page.getByRole('link', { name: `${site}/fr/groupe/agenda` }).count()).toBe(1)
  await bare.page.context().close()
})

/** A page of a town with a strict policy that holds the element; `null` for a feed that does not come. */
async function open(
  attributes: string,
  answer: Feed | null = feed,
  within = inside,
): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext()
  const asked: string[] = []
  const policy = `default-src 'none'; script-src ${site}; connect-src ${site}`
  await context.route(`${town}/**`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: `<!doctype html><html lang="fr"><title>Ville</title><main><h1>Ville</h1><entente-agenda ${attributes}>${within}</entente-agenda></main><script src="${site}/embed/agenda.js" async></script></html>`,
    }),
  )
  await context.route(`${site}/**`, (route) => {
    const { pathname, href } = new URL(route.request().url())
    if (pathname === '/embed/agenda.js')
      return route.fulfill({ contentType: 'text/javascript', body: script })
    asked.push(href)
    if (answer === null) return route.fulfill({ status: 503 })
    return route.fulfill({ json: answer, headers: { 'access-control-allow-origin': '*' } })
  })
  const page = await context.newPage()
  await page.goto(`${town}/`)
  return { page, asked }
}
