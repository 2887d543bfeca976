import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { openMailAfter, seats } from '../../tools/browser/visitors.ts'
import { publishWish, sendUnknown, wordsIn } from '../../tools/browser/wish-steps.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// Each with a Korean authority that has no tie with Limoges.
const journeys = [
  { language: 'fr', screen: screens.wide, authority: '순천시', slug: 'limoges-suncheon' },
  { language: 'ko', screen: screens.narrow, authority: '밀양시', slug: 'limoges-miryang' },
  { language: 'en', screen: screens.wide, authority: '무주군', slug: 'limoges-muju' },
]

const press = async (page: Page, form: string) => {
  await page.locator(`form[action$="/${form}"] button[type=submit]`).last().click()
  await page.waitForLoadState()
}

describe.each(inTurn(journeys))(
  'a wish becomes a cooperation in $language',
  ({ language, screen, authority, slug }) => {
    test('by an officer without an account, in two languages, with an adviser between', async () => {
      const group = `/${language}/france-coree`
      const site = inject('site')
      const address = `officer-${language}@city.example`
      const limoges = await openWatchedPage(browser, screen)
      const adviser = await openWatchedPage(browser, screens.wide)
      const officer = await openWatchedPage(browser, screen)
      await enter(limoges.page, seats.member)
      await enter(adviser.page, seats.coordinator)

      // Limoges states what it looks for.
      await limoges.page.goto(`${group}/partners`)
      await expectSound(limoges.page)
      await limoges.page.locator('main a[href$="/partners/new"]').click()
      await expectSound(limoges.page)
      const title = `${wordsIn(language).title} (${slug})`
      const wish = await publishWish(limoges.page, language, title)
      await limoges.page.locator('.wish-sheet > .notice-done[role=status] a').first().waitFor()
      await expectSound(limoges.page)
      await limoges.page.emulateMedia({ media: 'print' })
      const paper = (await limoges.page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
      expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1)
      await limoges.page.emulateMedia({ media: null })

      // It sees which members it could suit, and why; others do not.
      const suggested = limoges.page.locator('section[aria-labelledby=suggested]')
      expect(await suggested.locator('.suggestion').count()).toBeGreaterThan(4)
      expect(await suggested.locator('.suggestion-reasons li').count()).toBeGreaterThan(9)
      await suggested.locator('a[href*="/partners/suggestions/"]').click()
      await limoges.page.locator('ol.suggestions > .suggestion').nth(9).waitFor()
      await expectSound(limoges.page)

      // An officer answers in Korean and confirms from the mail.
      await officer.page.goto(wish)
      expect(await officer.page.locator('[aria-labelledby=suggested]').count()).toBe(0)
      await expectSound(officer.page)
      await officer.page.locator('main a[href$="/interest"]').click()
      await expectSound(officer.page)
      const answer = async () => {
        await officer.page.goto(`${wish}/interest`)
        await officer.page.locator('input[name=language][value=ko]').check()
        await sendUnknown(officer.page, language, address, authority)
        await expectSound(officer.page)
      }
      await openMailAfter(officer.page, site, address, answer, language)
      await officer.page.locator('.mail-body a.primary').click()
      await expectSound(officer.page)
      await press(officer.page, 'consent')
      await officer.page.locator('form[action$="/messages"]').waitFor()
      await expectSound(officer.page)
      const link = officer.page.url()

      // The secretariat checks the identity, takes over the talks and translates.
      await adviser.page.goto(group)
      await adviser.page.locator('.navigation a[href$="/partners"]').click()
      await adviser.page.locator('.tabs a[href$="/partners/introductions"]').click()
      await adviser.page.waitForURL(/\/partners\/introductions$/)
      expect(await adviser.page.locator('.navigation [aria-current]').getAttribute('href')).toBe(
        `${group}/partners`,
      )
      // Every entry has room on one line of a usual screen, in any language.
      for (const row of await adviser.page.locator('.navigation').all())
        expect((await row.boundingBox())?.height).toBeLessThan(60)
      await expectSound(adviser.page)
      await adviser.page.locator('main tbody tr').filter({ hasText: slug }).locator('a').first().click()
      await expectSound(adviser.page)
      const talks = adviser.page.url()
      await press(adviser.page, 'recognition')
      await adviser.page.locator('select[name=person]').selectOption({ index: 1 })
      await press(adviser.page, 'adviser')
      await adviser.page.locator('main a[href$="/translation"]').first().click()
      await expectSound(adviser.page)
      await adviser.page.locator('input[name=language][value=fr]').check()
      await adviser.page.locator('textarea[name=text]').fill('Notre ville a deux ateliers de céramique.')
      await press(adviser.page, 'translation')

      // Limoges reads it in French, enters into talks and writes in its own language.
      await limoges.page.goto(talks.replace(`/${language}/`, '/fr/'))
      expect(await limoges.page.locator('.talks-messages').textContent()).toContain(
        'Notre ville a deux ateliers de céramique.',
      )
      await expectSound(limoges.page)
      await press(limoges.page, 'acceptance')
      await limoges.page.locator('textarea[name=text]').fill('Venez en mai avec deux artistes.')
      await press(limoges.page, 'messages')
      await officer.page.goto(link)
      const said = officer.page.locator('.talks-wish')
      expect(await said.textContent()).toContain('Venez en mai avec deux artistes.')
      if (language !== 'fr') expect(await said.locator('.as-written').first().getAttribute('lang')).toBe('fr')

      // Limoges reports that the partnership is made; the officer confirms it.
      await limoges.page.locator('details.talks-partnership summary').click()
      await limoges.page.locator('input[name=found]').check()
      await expectSound(limoges.page)
      await press(limoges.page, 'partnership')
      await expectSound(limoges.page)
      await officer.page.goto(link)
      await press(officer.page, 'confirmation')
      await expectSound(officer.page)
      const [tie] = await officer.page
        .locator('main a[href*="/cooperations/"]')
        .evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''))
      expect(tie).toBe(`${group}/cooperations/${slug}`)
      const record = await officer.page.request.get(
        `${site}/api/v1/networks/france-coree/cooperations/${slug}`,
      )
      expect(await record.json()).toMatchObject({
        status: 'in_talks',
        confirmation: 'confirmed',
        claimed_by: 'limoges',
        themes: ['culture', 'crafts_ceramics'],
      })
      await officer.page.goto(wish)
      await expectSound(officer.page)
      for (const { complaints } of [limoges, adviser, officer]) expect(complaints).toEqual([])
    })
  },
)
