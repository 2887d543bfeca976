import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const list = '/ko/france-coree/translations'
const tie = '/fr/france-coree/cooperations/limoges-icheon'

/** How much of the Korean meter is sure, of its 120 units. */
async function sureOf(page: Page): Promise<number> {
  await page.goto(list)
  const bar = page.locator('.parity li').filter({ hasText: '한국어' }).locator('.parity-sure')
  return Number((await bar.count()) > 0 ? await bar.getAttribute('width') : 0)
}

test('a Korean text is written beside its original, goes stale with it, and the meter follows', async () => {
  const { page, complaints } = await openWatchedPage(browser, screens.wide)
  await enter(page, seats.partner)
  const before = await sureOf(page)
  await expectSound(page)
  // The summary of a tie, whose original the form of the record changes below.
  await page.goto(`${list}?language=ko&kind=cooperation&q=${encodeURIComponent('도자를 매개로')}`)
  await page.locator('main a[href*="/translations/"]:not([href*="?"])').first().click()
  const text = page.url()
  await expectSound(page)
  expect(await page.locator('.languages-beside').count()).toBe(1)
  await page.locator('textarea[name=text]').fill('이 글은 두 도시를 아는 사람이 읽고 다듬었습니다.')
  await page.locator('button[name=goTo][value=stay]').click()
  await page.waitForURL(/saved=/)
  await expectSound(page)
  const after = await sureOf(page)
  expect(after).toBeGreaterThan(before)

  // Who answers for the group changes the original: what was made from it is to be looked at again.
  const record = await recordOf(page, text)
  const host = await openWatchedPage(browser, screens.wide)
  await enter(host.page, seats.coordinator)
  await host.page.goto(record)
  await host.page
    .locator('textarea[name="summary.fr.text"]')
    .fill('Une phrase que personne n’a encore traduite.')
  await host.page.locator('textarea[name=reason]').fill('Nouvelle rédaction')
  await host.page.locator('form[data-autosave] .form-actions .primary').click()
  await host.page.waitForURL(/saved=1/)
  expect(await sureOf(page)).toBeLessThan(after)
  await page.goto(text)
  expect(await page.locator('main').textContent()).toContain('Une phrase que personne n’a encore traduite.')
  expect(await page.locator('textarea[name=text]').inputValue()).toContain('두 도시를 아는 사람')
  await expectSound(page)
  expect(complaints).toEqual([])
})

/** The form of the record to which a text belongs. */
async function recordOf(page: Page, text: string): Promise<string> {
  await page.goto(text)
  const address = await page.locator('main a[href*="/cooperations/"]').first().getAttribute('href')
  return `${(address ?? tie).replace(/[?#].*/, '').replace('/ko/', '/fr/')}/edit/summary`
}
