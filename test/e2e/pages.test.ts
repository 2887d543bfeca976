import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages, pageAddresses } from '../../tools/browser/addresses.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const pages = pageAddresses.flatMap((address) =>
  languages.map((language) => ({ ...address, language, title: `/${language}${address.path}` })),
)

async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ runOnly: everyTag }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const everyTag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental']

const headingsOf = (page: Page) => page.locator('main :is(h1, h2, h3)').allTextContents()

describe.each(pages)('$title', ({ path, language, status = 200 }) => {
  test.for(Object.entries(screens))('is sound %s: by axe, in its console, without other hosts, within its width', async ([, screen]) => {
    const { page, complaints } = await openWatchedPage(browser, screen)
    const answer = await page.goto(`/${language}${path}`)
    expect(answer?.status()).toBe(status)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
  })

  test('says the same without JavaScript', async () => {
    const scripted = await openWatchedPage(browser, screens.wide)
    await scripted.page.goto(`/${language}${path}`)
    const plain = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
    await plain.page.goto(`/${language}${path}`)
    expect(await headingsOf(plain.page)).toEqual(await headingsOf(scripted.page))
    expect(plain.complaints).toEqual([])
  })
})
