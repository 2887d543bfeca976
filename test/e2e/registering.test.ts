import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { fillRegistration, openNewRegistration, saveTerms } from '../../tools/browser/registration-steps.ts'
import { openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  { language: 'fr', screen: screens.wide, waits: 'au rang 1', comes: 'place est réservée' },
  { language: 'ko', screen: screens.narrow, waits: '대기 순번 1번', comes: '신청이 확정되었습니다' },
  { language: 'en', screen: screens.wide, waits: 'at number 1', comes: 'your place is kept' },
]

describe.each(inTurn(journeys))('in $language', ({ language, screen, waits, comes }) => {
  test('the one place goes to who came first, then to who waited, who is ticked at the door', async () => {
    const site = inject('site')
    const keeper = await openWatchedPage(browser, screens.wide)
    await enter(keeper.page, seats.coordinator)
    const event = await openNewRegistration(keeper.page, site, language, {
      title: `Forum ${language}`,
      places: '0',
    })
    await keeper.page.locator('form[action$="/terms"] .form-end .primary').click()
    await keeper.page.locator('.form-errors a[href="#field-places"]').click()
    await expectSound(keeper.page)
    await keeper.page.locator('input[name=places]').fill('1')
    await saveTerms(keeper.page)
    await expectSound(keeper.page)

    const { page, complaints } = await openWatchedPage(browser, screen)
    const register = async (name: string) => {
      const address = `${name.toLowerCase()}-${language}@mairie.example`
      await openMailAfter(
        page,
        site,
        address,
        async () => {
          await page.goto(`${event}/registration`)
          await fillRegistration(page, { name, address })
        },
        language,
      )
      await page.locator('.mail-body a.primary').click()
      await page.locator('form[action$="/confirmation"] .primary').click()
      await page.waitForURL(/done=registered/)
      return page.url()
    }
    const first = await register('Anne')
    expect(await page.locator('main').textContent()).toContain(comes)
    await expectSound(page)
    const second = await register('Bruno')
    expect(await page.locator('main').textContent()).toContain(waits)

    await page.goto(first)
    await page.locator('form[action$="/withdrawal"] button').click()
    await page.locator('form[action$="/withdrawal"]').waitFor({ state: 'detached' })
    await page.goto(second)
    expect(await page.locator('main').textContent()).toContain(comes)

    await keeper.page.goto(`${event}/check-in?q=bruno`)
    await keeper.page.keyboard.press('Tab')
    await keeper.page.locator('.check-in-tick button').focus()
    await keeper.page.keyboard.press('Enter')
    await keeper.page.locator('.notice-done').waitFor()
    expect(await keeper.page.locator('.check-in-person.is-there').count()).toBe(1)
    await expectSound(keeper.page)
    expect(complaints).toEqual([])
    expect(keeper.complaints).toEqual([])
  })
})
