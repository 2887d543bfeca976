import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { answerBallot, inviteKorean, sendPoll } from '../../tools/browser/poll-steps.ts'
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

const askers = [
  { language: 'fr', screen: screens.wide, title: 'Visioconférence de décembre', clock: '17:00–18:00 Séoul' },
  { language: 'ko', screen: screens.narrow, title: '12월 화상회의', clock: '17:00–18:00 서울' },
  { language: 'en', screen: screens.wide, title: 'Video call in December', clock: '17:00–18:00 Seoul' },
]

describe.each(inTurn(askers))(
  'somebody looks for a date in $language',
  ({ language, screen, title, clock }) => {
    test('slots become a poll, which is answered from Korea by a link, and its date an event', async () => {
      const group = `/${language}/france-coree`
      const address = `voter-${language}@suncheon.example`
      const asker = await openWatchedPage(browser, screens.wide)
      const { page, complaints } = await openWatchedPage(browser, screen)
      await enter(asker.page, seats.member)

      await asker.page.goto(`${group}/agenda/overlap?from=2017-12-12&to=2017-12-14`)
      for (const box of (await asker.page.locator('input[name=slot]').all()).slice(0, 2)) await box.check()
      await expectSound(asker.page)
      await asker.page.locator('form[action$="/polls/new"] .primary').click()
      await expectSound(asker.page)
      await sendPoll(asker.page, language, title)
      await answerBallot(asker.page, ['yes', 'no'])
      await expectSound(asker.page)

      await openMailAfter(
        page,
        inject('site'),
        address,
        () => inviteKorean(asker.page, language, address),
        language,
      )
      await page.locator('.mail-body a.primary').click()
      await page.waitForURL(/\/agenda\/polled\//)
      await expectSound(page)
      await answerBallot(page, ['yes', 'if_need_be'])
      await expectSound(page)

      await asker.page.reload()
      await asker.page.locator('main a[href*="/dates/"]').first().click()
      await asker.page.locator('select[name=kind]').selectOption('meeting')
      await expectSound(asker.page)
      await asker.page.locator('main form .form-end .primary').click()
      await asker.page.waitForURL(/done=taken/)
      await expectSound(asker.page)
      await asker.page.locator('.facts a[href*="/agenda/"]').first().click()
      const event = (await asker.page.locator('main').textContent())?.replaceAll(/\s+/g, ' ') ?? ''
      expect(event).toContain(title)
      expect(event).toContain(clock)
      expect([...complaints, ...asker.complaints]).toEqual([])
    })
  },
)
