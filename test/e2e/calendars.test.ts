import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { giveWrongAddress, takeCalendar } from '../../tools/browser/import-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openVisitors } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { widthBeyondScreen } from './soundness.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(inTurn(['fr', 'ko', 'en']))(
  'in %s and without a script, a coordinator reads a calendar, takes its events, opens one and takes the import back',
  async (language) => {
    const site = { url: inject('site'), folder: inject('siteFolder') }
    const visitors = openVisitors(browser, site, { ...screens.narrow, javaScriptEnabled: false })
    const page = await visitors.pageOf('coordinator')
    const walk = { page, language, visitors }
    const address = `${site.url}/${language}/france-coree/agenda/import`
    await page.goto(address)
    await giveWrongAddress(walk)
    expect(await page.locator('input[name=address]').inputValue()).toBe('https://localhost/agenda.ics')
    await page.goto(address)
    await takeCalendar(walk)
    expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
    const calendar = page.url()
    await page.locator('section:has(#result) ul a').first().click()
    await page.locator('.clock-lines').waitFor()
    await page.goto(calendar)
    await page.locator('form[action*="/return"] button').click()
    await page.locator('form[action*="/return"]').waitFor({ state: 'detached' })
    await visitors.close()
  },
)
