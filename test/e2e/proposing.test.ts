import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openKeptLink, sendProposal } from '../../tools/browser/proposal-steps.ts'
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

const proposers = [
  {
    language: 'fr',
    screen: screens.wide,
    title: 'Semaine du cinéma à Séoul',
    body: 'Ambassade de France en Corée',
    amended: 'Semaine du cinéma français à Séoul',
    note: 'Nous précisons l’intitulé.',
    credit: 'Proposé par',
  },
  {
    language: 'ko',
    screen: screens.narrow,
    title: '파리 한국 영화제',
    body: '주프랑스 대한민국 대사관',
    amended: '파리 한국 영화제 2017',
    note: '연도를 추가하였습니다.',
    credit: '제안 기관',
  },
  {
    language: 'en',
    screen: screens.wide,
    title: 'Hydrogen days',
    body: 'Franco-Korean Chamber of Commerce',
    amended: 'Hydrogen days in Busan',
    note: 'We say where.',
    credit: 'Proposed by',
  },
]

describe.each(inTurn(proposers))(
  'an embassy proposes an event in $language',
  ({ language, screen, ...event }) => {
    test('the moderator amends it, and the embassy sees the change and the published credit', async () => {
      const group = `/${language}/france-coree`
      const address = `proposer-${language}@embassy.example`
      const visitors = { site: inject('site') }
      const { page, complaints } = await openWatchedPage(browser, screen)
      const walk = { page, language, visitors }
      const moderator = await openWatchedPage(browser, screens.wide)
      await enter(moderator.page, seats.coordinator)

      await page.goto(`${group}/agenda`)
      await page.locator('main a[href$="/agenda/propose"]').click()
      await expectSound(page)
      // Nothing that was typed is lost when something is wrong.
      await page.locator(`[name="title.${language}.text"]`).fill(event.title)
      await page.locator('form[action$="/agenda/propose"] .primary').click()
      await page.locator('.form-errors a[href="#field-body"]').click()
      expect(await page.locator(`[name="title.${language}.text"]`).inputValue()).toBe(event.title)
      await expectSound(page)
      const send = () => sendProposal(page, language, { ...event, address })
      const reopen = async () => {
        await page.goto(`${group}/agenda/propose`)
        await send()
      }
      await openMailAfter(page, visitors.site, address, reopen, language)
      await page.locator('.mail-body a.primary').click()
      await expectSound(page)
      await page.locator('form[action$="/confirmation"] .primary').click()
      await page.waitForURL(/done=confirmed/)
      await expectSound(page)

      await moderator.page.goto(`${group}/agenda/proposals`)
      await expectSound(moderator.page)
      await moderator.page.locator('main tbody a').filter({ hasText: event.title }).click()
      await expectSound(moderator.page)
      await moderator.page.locator('main a[href$="/amendment"]').click()
      await expectSound(moderator.page)
      await moderator.page.locator(`[name="title.${language}.text"]`).fill(event.amended)
      await moderator.page.locator('textarea[name=note]').fill(event.note)
      await openKeptLink(walk, address, async () => {
        await moderator.page.locator('form[action$="/amendment"] .form-actions .primary').click()
        await moderator.page.waitForURL(/\/proposals\/[\w-]+$/)
      })
      const changes = page.locator('section[aria-labelledby=amendments]')
      expect(await changes.textContent()).toContain(event.note)
      expect(await changes.locator('.change-before').first().textContent()).toContain(event.title)
      expect(await changes.locator('.change-after').first().textContent()).toContain(event.amended)
      await expectSound(page)

      await openMailAfter(
        page,
        visitors.site,
        address,
        async () => {
          await moderator.page.locator('button[value=accepted]').click()
          await moderator.page.locator('form[action$="/decision"]').waitFor({ state: 'detached' })
        },
        language,
      )
      await page.locator('.mail-body a.primary').first().click()
      await page.waitForURL(/\/agenda\/[\w-]+$/)
      const facts = (await page.locator('main').textContent()) ?? ''
      expect(facts).toContain(event.amended)
      expect(facts).toContain(`${event.credit}${event.body}`)
      await expectSound(page)
      expect(complaints).toEqual([])
      expect(moderator.complaints).toEqual([])
    })
  },
)
