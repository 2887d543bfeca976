import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { axeFindings, widthBeyondScreen } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const visitors = [
  { language: 'fr', screen: screens.wide },
  { language: 'ko', screen: screens.narrow },
  { language: 'en', screen: { ...screens.wide, colorScheme: 'dark' as const } },
]

describe.each(inTurn(visitors))('signed in, in $language', ({ language, screen }) => {
  test('account and people are sound: by axe, in the console, within the width, their forms open', async () => {
    const { page, complaints } = await openWatchedPage(browser, screen)
    await enter(page, 'coordination@groupe.example')
    for (const path of [`/${language}/account`, `/${language}/france-coree/people`]) {
      await page.goto(path)
      for (const summary of await page.locator('main summary').all()) await summary.click()
      expect.soft(await axeFindings(page)).toEqual([])
      expect.soft(await widthBeyondScreen(page)).toBeLessThanOrEqual(0)
    }
    expect(complaints).toEqual([])
  })

  test('a form that is refused leads from each error to its field', async () => {
    const { page } = await openWatchedPage(browser, screen)
    await enter(page, 'coordination@groupe.example')
    await page.goto(`/${language}/france-coree/people`)
    await page.locator('#field-address').fill('nowhere')
    await page.locator('form[action$="/people/invitations"] .primary').click()
    await page.locator('.form-errors a[href="#field-address"]').click()
    await page.keyboard.type('!')
    expect(await page.locator('#field-address').inputValue()).toContain('!')
    expect(await axeFindings(page)).toEqual([])
  })
})
