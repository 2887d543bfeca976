import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { sayReason } from '../../tools/browser/unfold.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { inTurn } from '../../tools/test/rotation.ts'
import { enter } from './enter.ts'
import { expectSound } from './soundness.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// An event of its own for each language: the site is one.
const journeys = [
  {
    language: 'fr',
    event: 'groupe-rencontres-2017',
    rule: 'Tous les deux ans, la deuxième semaine d’octobre',
  },
  { language: 'ko', event: 'nantes-franco-japonais-2017', rule: '매년' },
  { language: 'en', event: 'paris-maire-coree-2017', rule: 'Every year' },
]

describe.each(inTurn(journeys))('in $language', ({ language, event, rule }) => {
  test('an event comes back, and one of its dates is cancelled with a word', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.narrow)
    await enter(page, seats.coordinator)
    const place = `/${language}/france-coree/agenda/${event}`
    const save = async () => {
      await sayReason(page, 'Courriel de la ville')
      await page.locator('form[data-autosave] .form-actions .primary').click()
      await page.waitForURL(/saved=1/)
    }
    await page.goto(`${place}/edit/repeats`)
    await page.locator('select[name=repeats]').selectOption(language === 'fr' ? 'two_years_week' : 'year')
    await page.locator('input[name=ends][value=until]').check()
    await page.locator('form[data-autosave] .form-actions .primary').click()
    await page.locator('.form-errors').waitFor()
    await expectSound(page)
    await page.locator('input[name=until]').fill('2031-12-31')
    await save()
    await page.goto(place)
    expect(await page.locator('main').textContent()).toContain(rule)
    await expectSound(page)
    await page.locator('main a[href*="/edit/dates/"]').nth(1).click()
    await page.locator('input[name=state][value=cancelled]').check()
    await page.locator(`input[name="note.${language}.text"]`).fill('Congrès · 회의')
    await expectSound(page)
    await save()
    await page.goto(place)
    expect(await page.locator('main').textContent()).toContain('Congrès · 회의')
    expect(complaints).toEqual([])
  })
})
