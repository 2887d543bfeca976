import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  decline,
  limoges,
  proposals,
  rochelle,
  sendReply,
  stateExpectation,
} from '../../tools/browser/expectation-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { newAddress } from '../../tools/browser/steps.ts'
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
  { language: 'fr', screen: screens.wide },
  { language: 'ko', screen: screens.narrow },
  { language: 'en', screen: screens.wide },
]

describe.each(inTurn(journeys))('an expectation in $language', ({ language, screen }) => {
  test('is refused with a reason, put to others with consent, taken up, and comes back as one reply', async () => {
    const site = inject('site')
    const group = `/${language}/france-coree`
    const address = newAddress('asker')
    const keeper = await openWatchedPage(browser, screens.wide)
    const member = await openWatchedPage(browser, screen)
    const asker = await openWatchedPage(browser, screen)
    await enter(keeper.page, seats.coordinator)
    await enter(member.page, seats.member)

    // The secretariat states it for Hwaseong, whose officer gets a link in their language.
    await keeper.page.goto(`${group}/expectations`)
    await expectSound(keeper.page)
    await keeper.page.locator('main a[href$="/expectations/new"]').first().click()
    await expectSound(keeper.page)
    await openMailAfter(
      asker.page,
      site,
      address,
      () => stateExpectation(keeper.page, language, { to: rochelle[language] ?? '', address }),
      language,
    )
    const place = keeper.page.url().replace(/[?#].*$/, '')
    await asker.page.locator('.mail-body a.primary').click()
    await expectSound(asker.page)
    const link = asker.page.url()

    // La Rochelle cannot: the reason is stored, and the asker reads it.
    await keeper.page.locator('section a[href*="answer="]').first().click()
    await decline(keeper.page, language)
    await expectSound(keeper.page)
    await asker.page.goto(link)
    expect(await asker.page.locator('main').textContent()).toMatch(/département|데파르트망/)

    // It consented beforehand: thirteen other members are asked, the best suited first, and Limoges takes it up.
    expect(await keeper.page.locator('.member-choices input').count()).toBe(13)
    await keeper.page.locator('form[action$="/relay"] .form-end .primary').click()
    await keeper.page.waitForURL(/done=relayed/)
    await member.page.goto(`${group}/expectations?view=received`)
    await expectSound(member.page)
    await member.page.goto(place)
    const form = member.page.locator('form[action$="/answers"]')
    await form.locator('input[name=answer][value=yes]').check()
    await form.locator(`[name="words.${language}.text"]`).fill(proposals[language] ?? '')
    await form.locator('.form-end .primary').click()
    await member.page.waitForURL(/done=answered/)
    await expectSound(member.page)

    // The round is ended: one reply, on the page and by mail, with a name.
    await openMailAfter(
      asker.page,
      site,
      address,
      async () => {
        await keeper.page.goto(place)
        await keeper.page.locator('a.button[href$="/relay/closing"]').click()
        await expectSound(keeper.page)
        expect(await keeper.page.locator('.mail-body').textContent()).toContain(proposals[language])
        await sendReply(keeper.page)
      },
      language,
    )
    expect(await asker.page.locator('.mail-body').textContent()).toContain(limoges[language])
    await asker.page.goto(link)
    const reply = (await asker.page.locator('main').textContent()) ?? ''
    expect(reply).toContain(proposals[language])
    await expectSound(asker.page)
    for (const { complaints } of [keeper, member, asker]) expect(complaints).toEqual([])
  })
})
