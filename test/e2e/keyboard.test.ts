import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { focusIn, tabTo } from './tabbing.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(inTurn(['fr', 'ko', 'en']))('by the keyboard alone, in %s', (language) => {
  test('somebody signs in, edits the summary, is told what is missing, and saves', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.wide)
    const ask = async () => {
      await page.goto(`/${language}/sign-in`)
      await tabTo(page, 'main input[name=address]')
      await page.keyboard.type(seats.partner)
      await page.keyboard.press('Enter')
      await page.locator('h1').waitFor()
    }
    await openMailAfter(page, inject('site'), seats.partner, ask, language, 'Entente')
    await tabTo(page, '.mail-body a.primary')
    await page.keyboard.press('Enter')
    await page.waitForURL(/sign-in\/link/)
    await tabTo(page, 'main form .primary')
    await page.keyboard.press('Enter')
    await page.waitForURL(({ pathname }) => !pathname.includes('/sign-in'))

    await page.goto(`/${language}/france-coree/cooperations/limoges-icheon/edit/summary`)
    await tabTo(page, 'textarea[name="summary.fr.text"]')
    await page.keyboard.press('Control+A')
    await page.keyboard.type(`Écrit sans souris (${language}).`)
    // The statement of her town stands there already; she wants to say it herself.
    await tabTo(page, '.provenance summary')
    await page.keyboard.press('Enter')
    await tabTo(page, 'textarea[name=reason]')
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await tabTo(page, 'form[data-autosave] .form-actions .primary')
    await page.keyboard.press('Enter')

    // Without a reason nothing is saved: the errors have the focus, and lead to their field.
    await page.locator('.form-errors').waitFor()
    await expect.poll(() => focusIn(page, '.form-errors')).toBe(true)
    await tabTo(page, '.form-errors a')
    await page.keyboard.press('Enter')
    await expect.poll(() => focusIn(page, 'textarea[name=reason]')).toBe(true)
    await page.keyboard.type('Archives du service')
    await tabTo(page, 'form[data-autosave] .form-actions .primary')
    await page.keyboard.press('Enter')
    await page.waitForURL(/saved=1/)
    expect(await page.locator('main .notice').first().isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await focusIn(page, '.skip')).toBe(true)
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
  })
})
