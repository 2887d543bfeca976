import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const words = {
  fr: { month: 'Mois', week: 'Semaine', list: 'Liste', next: /août 2017/ },
  ko: { month: '월간', week: '주간', list: '목록', next: /2017년 8월/ },
  en: { month: 'Month', week: 'Week', list: 'List', next: /August 2017/ },
}

describe.each(inTurn(['fr', 'ko', 'en'] as const))('the views of the agenda, in %s', (language) => {
  const { month, week, list, next } = words[language]

  test('keep their filter from list to month, over three months, to the week and back, without a script', async () => {
    const { page } = await openWatchedPage(browser, { ...screens.wide, javaScriptEnabled: false })
    await page.goto(`/${language}/france-coree/agenda?guest=KR`)
    const views = page.locator('main .tabs').first()
    await views.getByRole('link', { name: month, exact: true }).click()
    await page.getByRole('link', { name: next }).click()
    await page.locator('main .steps a[rel=next]').click()
    await page.locator('main .steps a[rel=next]').click()
    expect(page.url()).toMatch(/agenda\/month\?guest=KR&month=2017-10$/)
    expect(await page.locator('.month').isVisible()).toBe(true)
    expect(await page.locator('section[aria-labelledby=within] li').count()).toBe(1)
    await page.locator('.month a[href*="/week?"]').nth(2).click()
    expect(page.url()).toMatch(/agenda\/week\?guest=KR&week=2017-W41$/)
    await views.getByRole('link', { name: list, exact: true }).click()
    expect(page.url()).toMatch(/agenda\?guest=KR$/)
    await views.getByRole('link', { name: week, exact: true }).click()
    expect(await page.locator('.week-day').count()).toBe(7)
  })

  test('show a telephone the days that have something, and one day of a week at a time', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.narrow)
    await page.goto(`/${language}/france-coree/agenda/month?month=2017-10`)
    expect(await page.locator('.month').isVisible()).toBe(false)
    expect(await page.locator('.month-list > li').count()).toBe(8)
    await page.goto(`/${language}/france-coree/agenda/week?week=2017-W27`)
    expect(await page.locator('.week-day:visible').count()).toBe(1)
    await page.locator('.week-switch a').nth(4).click()
    await page.waitForURL(/day=2017-07-07/)
    const event = page.locator('.week-day:visible foreignObject a')
    expect(await event.textContent()).toContain('17:00')
    await event.click()
    await page.waitForURL(/agenda\/groupe-reunion-tours-2017$/)
    expect(complaints).toEqual([])
  })
})
