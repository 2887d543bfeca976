import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pageAddresses } from '../../tools/browser/addresses.ts'
import { openAddress } from '../../tools/browser/open-address.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openVisitors, type Visitors } from '../../tools/browser/visitors.ts'
import { axeFindings, widthBeyondScreen } from './soundness.ts'
import { openWatchedPage, watch } from './watched-page.ts'

// Each language is looked at on another screen: axe sees both widths and both colour schemes of every page.
const visitors = [
  { language: 'fr', screen: screens.wide, otherScreen: screens.narrow },
  { language: 'ko', screen: screens.narrow, otherScreen: screens.wide },
  { language: 'en', screen: { ...screens.wide, colorScheme: 'dark' as const }, otherScreen: screens.narrow },
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('axe finds what is wrong: otherwise its silence would say nothing', async () => {
  const { page } = await openWatchedPage(browser)
  await page.setContent('<main><img src="data:,"><button style="width:9px;height:9px"></button></main>')
  const rules = (await axeFindings(page)).map((finding) => finding.replace(/:.*/, ''))
  expect(rules).toEqual(
    expect.arrayContaining(['image-alt', 'button-name', 'html-has-lang', 'page-has-heading-one']),
  )
})

describe.each(visitors)('in $language', ({ language, screen, otherScreen }) => {
  let visitors: Visitors
  const complaints = new WeakMap<Page, string[]>()
  beforeAll(() => {
    visitors = openVisitors(browser, { url: inject('site'), folder: inject('siteFolder') }, screen)
    return () => visitors.close()
  })

  test.each(pageAddresses)(
    '$name is sound: by axe, in its console, without other hosts, within both widths',
    async (address) => {
      const page = await visitors.pageOf(address.as)
      const own = complaints.get(page) ?? watch(page)
      complaints.set(page, own)
      own.length = 0
      await page.setViewportSize(screen.viewport)
      expect(await openAddress(visitors, address, language)).toBe(address.status ?? 200)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('h1').count()).toBe(1)
      expect.soft(await axeFindings(page)).toEqual([])
      expect.soft(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
      await page.setViewportSize(otherScreen.viewport)
      expect.soft(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
      expect(own).toEqual([])
    },
  )
})
