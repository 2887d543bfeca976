import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { askForLetter } from '../../tools/browser/newsletter-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openMailAfter } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const journeys = [
  {
    language: 'fr',
    screen: screens.wide,
    saved: 'sont enregistrées',
    left: 'Votre désabonnement est enregistré',
    back: 'abonnement a repris',
  },
  {
    language: 'ko',
    screen: screens.narrow,
    saved: '저장되었습니다',
    left: '구독이 취소되었습니다',
    back: '다시 구독하셨습니다',
  },
  {
    language: 'en',
    screen: screens.wide,
    saved: 'are saved',
    left: 'You have unsubscribed',
    back: 'subscribed again',
  },
]

describe.each(inTurn(journeys))('in $language', ({ language, screen, saved, left, back }) => {
  test('somebody subscribes from their mail, changes what they read, leaves, and comes back', async () => {
    const site = inject('site')
    const { page, complaints } = await openWatchedPage(browser, screen)
    const address = `reader-${language}@letters.example`
    const words = () => page.locator('main').textContent()
    await openMailAfter(
      page,
      site,
      address,
      async () => {
        await page.goto(`${site}/${language}/france-coree/newsletter/subscribe`)
        await page.locator('main form .primary').click()
        await page.locator('.form-errors a[href="#field-address"]').click()
        await expectSound(page)
        await askForLetter(page, address)
        expect(await words()).toContain(address)
      },
      language,
    )
    await page.locator('.mail-body a.primary').click()
    await page.locator('form[action*="/newsletter/confirm/"]').waitFor()
    await expectSound(page)
    await page.locator('form[action*="/newsletter/confirm/"] .primary').click()
    await page.waitForURL(/done=confirmed/)
    await expectSound(page)

    const preferences = page.locator('main form').first()
    await page.locator('input[name=frequency][value=concerns]').check()
    await preferences.locator('.primary').click()
    await page.locator('.form-errors a[href="#field-frequency"]').waitFor()
    expect(await page.locator('input[name=frequency][value=concerns]').isChecked()).toBe(true)
    await page.locator('select[name=themes]').first().selectOption('culture')
    await page.locator('main form:has(input[name=frequency]) .primary').first().click()
    await page.waitForURL(/done=changed/)
    expect(await words()).toContain(saved)
    expect(await page.locator('input[name=themes][value=culture]').isChecked()).toBe(true)

    await page.locator('form[action$="/leaving"] button').click()
    await page.locator('form[action$="/return"]').waitFor()
    expect(await words()).toContain(left)
    await expectSound(page)
    await page.locator('form[action$="/return"] button').click()
    await page.waitForURL(/done=returned/)
    expect(await words()).toContain(back)
    expect(complaints).toEqual([])
  })
})
