import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { languages, type PageAddress } from '../../../tools/browser/addresses.ts'
import { type Opened, openAddress } from '../../../tools/browser/open-address.ts'
import { openBrowser, screens } from '../../../tools/browser/open-browser.ts'
import { openVisitors, type Visitors } from '../../../tools/browser/visitors.ts'
import { wholeLanguages } from '../../../tools/test/rotation.ts'
import { axeFindings, showsItsTab, widthBeyondScreen } from '../soundness.ts'
import { watch } from '../watched-page.ts'
import { ownWords, untranslated } from './own-words.ts'

type Language = (typeof languages)[number]

// Each language is looked at on another screen: in three commits axe sees both widths and both colour schemes of every page.
const looks = {
  fr: { screen: screens.wide, otherScreen: screens.narrow },
  ko: { screen: screens.narrow, otherScreen: screens.wide },
  en: { screen: { ...screens.wide, colorScheme: 'dark' as const }, otherScreen: screens.narrow },
}

/**
 * The tests of pages, one a page. A page is checked with every rule of axe in the languages that `wholeLanguages` names; in the others,
 * where the markup is the same, for what a translation can break: width, `lang`, heading, console, words left in another language.
 */
export function lookAtPages(which: string, addresses: PageAddress[]): void {
  const whole = wholeLanguages()
  const others = languages.filter((language) => !whole.includes(language))

  describe(`pages ${which}`, () => {
    let browser: Browser
    const seats = new Map<Language, Visitors>()
    const complaints = new WeakMap<Page, string[]>()
    const visitorsOf = (language: Language) => {
      const known = seats.get(language)
      if (known) return known
      const served = { url: inject('site'), folder: inject('siteFolder') }
      const visitors = openVisitors(browser, served, looks[language].screen)
      seats.set(language, visitors)
      return visitors
    }
    const watched = (page: Page) => {
      const own = complaints.get(page) ?? watch(page)
      complaints.set(page, own)
      return own
    }
    beforeAll(async () => {
      browser = await openBrowser()
    })
    afterAll(async () => {
      for (const visitors of seats.values()) await visitors.close()
      await browser?.close()
    })

    /** What every language must show of a page that is open. */
    async function expectFit(page: Page, language: Language, screen: Language): Promise<void> {
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('h1').count()).toBe(1)
      expect.soft(await widthBeyondScreen(page), language).toBeLessThanOrEqual(0)
      expect.soft(await showsItsTab(page), `${language}, its tab`).toBe(true)
      await page.setViewportSize(looks[screen].otherScreen.viewport)
      expect.soft(await widthBeyondScreen(page), `${language}, other width`).toBeLessThanOrEqual(0)
      await page.setViewportSize(looks[screen].screen.viewport)
    }

    test.each(addresses)('$name is sound in every language', async (address) => {
      const words = new Map<Language, string[]>()
      const expected = address.status ?? 200
      let opened: Opened | undefined
      for (const language of whole) {
        const visitors = visitorsOf(language)
        const page = await visitors.pageOf(address.as)
        watched(page).length = 0
        opened = await openAddress(visitors, address, language)
        expect(opened.status).toBe(expected)
        expect.soft(await axeFindings(page)).toEqual([])
        await expectFit(page, language, language)
        words.set(language, await ownWords(page))
        expect(watched(page)).toEqual([])
      }
      const [first] = whole
      for (const language of others) {
        const visitors = visitorsOf(first)
        const page = await visitors.pageOf(address.as)
        watched(page).length = 0
        // At an address, the next language is the same address; the answer to a form has none, and is made again.
        const status =
          address.reach && opened?.isAddressed
            ? (await page.goto(inLanguage(page.url(), language)))?.status()
            : (await openAddress(visitors, address, language)).status
        expect(status, language).toBe(expected)
        await expectFit(page, language, first)
        words.set(language, await ownWords(page))
        expect(watched(page)).toEqual([])
      }
      // What was typed to come there is in one language.
      if (!address.reach) expect(untranslated(words)).toEqual([])
    })
  })
}

function inLanguage(address: string, language: Language): string {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/^\/(?:fr|ko|en)(?=\/|$)/, `/${language}`)
  return url.href
}
