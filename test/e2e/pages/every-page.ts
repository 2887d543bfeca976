import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pageAddresses } from '../../../tools/browser/addresses.ts'
import { openAddress } from '../../../tools/browser/open-address.ts'
import { openBrowser, screens } from '../../../tools/browser/open-browser.ts'
import { openVisitors, type Visitors } from '../../../tools/browser/visitors.ts'
import { axeFindings, widthBeyondScreen } from '../soundness.ts'
import { watch } from '../watched-page.ts'

// Each language is looked at on another screen: axe sees both widths and both colour schemes of every page.
const looks = {
  fr: { screen: screens.wide, otherScreen: screens.narrow },
  ko: { screen: screens.narrow, otherScreen: screens.wide },
  en: { screen: { ...screens.wide, colorScheme: 'dark' as const }, otherScreen: screens.narrow },
}

/** The tests of every page in a language; each language is a project of its own, so that they can run side by side. */
export function lookAtEveryPage(language: keyof typeof looks): void {
  const { screen, otherScreen } = looks[language]

  describe(`in ${language}`, () => {
    let browser: Browser
    let visitors: Visitors
    const complaints = new WeakMap<Page, string[]>()
    beforeAll(async () => {
      browser = await openBrowser()
      visitors = openVisitors(browser, { url: inject('site'), folder: inject('siteFolder') }, screen)
    })
    afterAll(async () => {
      await visitors?.close()
      await browser?.close()
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
}
