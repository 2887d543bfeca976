import type { Browser, Page } from 'playwright-core'
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

const tieIn = (language: string) => `/${language}/france-coree/cooperations/limoges-icheon`

async function openAs(address: string): Promise<Page> {
  const { page } = await openWatchedPage(browser, screens.wide)
  await enter(page, address)
  return page
}

const summaryOf = (page: Page, language = 'fr') => page.locator(`textarea[name="summary.${language}.text"]`)
const send = (page: Page) => page.locator('form[data-autosave] .form-actions .primary').click()

/** Changes the French summary of the tie through its form. */
async function change(page: Page, language: string, text: string, reason: string): Promise<void> {
  await page.goto(`${tieIn(language)}/edit/summary`)
  await summaryOf(page).fill(text)
  await sayReason(page, reason)
  await send(page)
  await page.waitForURL(/saved=1/)
}

describe.each(inTurn(['fr', 'ko', 'en']))('in %s', (language) => {
  test('a coordinator compares two versions and restores one', async () => {
    const page = await openAs(seats.coordinator)
    const history = `${tieIn(language)}/history`
    await change(page, language, `Avant (${language}).`, 'Premier essai')
    await change(page, language, `Après (${language}).`, 'Second essai')
    await page.goto(history)
    await page.locator('main tbody tr').nth(1).locator('a').first().click()
    await expectSound(page)
    const older = page.url()
    await page.locator('main a[href*="with="]').first().click()
    const changes = await page.locator('main').textContent()
    expect(changes).toContain(`Avant (${language}).`)
    expect(changes).toContain(`Après (${language}).`)
    await expectSound(page)
    await page.goto(older)
    await page.locator('form[action$="/restoration"] button').click()
    // The browser asks for the reason before it sends the form.
    expect(page.url()).toBe(older)
    await page.locator('form[action$="/restoration"] input[name=reason]').fill('La première était juste')
    await page.locator('form[action$="/restoration"] button').click()
    await page.waitForURL(/restored=/)
    await expectSound(page)
    await page.goto(tieIn('fr'))
    expect(await page.locator('main').textContent()).toContain(`Avant (${language}).`)
  })

  test('two who edit one record at once: the second is told, sees both, and chooses', async () => {
    const first = await openAs(seats.coordinator)
    const second = await openAs(seats.member)
    const form = `${tieIn(language)}/edit/summary`
    await second.goto(form)
    await summaryOf(second).fill(`De la seconde personne (${language}).`)
    await sayReason(second, 'Mon propre dossier')
    await change(first, language, `De la première personne (${language}).`, 'Son dossier')
    await send(second)
    await second.locator('input[type=radio][value=mine]').waitFor()
    const meeting = await second.locator('main').textContent()
    expect(meeting).toContain(`De la seconde personne (${language}).`)
    expect(meeting).toContain(`De la première personne (${language}).`)
    await expectSound(second)
    await second.locator('input[type=radio][value=mine]').check()
    await second.locator('.form-actions .primary').click()
    await second.waitForURL(/saved=1/)
    await second.goto(`${tieIn(language)}/history`)
    const rows = second.locator('main tbody tr')
    expect(await rows.first().textContent()).toContain('Mon propre dossier')
    expect(await rows.nth(1).textContent()).toContain('Son dossier')
    await second.goto(tieIn('fr'))
    expect(await second.locator('main').textContent()).toContain(`De la seconde personne (${language}).`)
  })

  test('a draft survives the closing of the browser, and is gone once it is sent', async () => {
    const { page, complaints } = await openWatchedPage(browser, screens.wide)
    await enter(page, seats.member)
    const kept = await page.context().storageState()
    const form = `${tieIn(language)}/edit/summary`
    await page.goto(form)
    await summaryOf(page).fill(`Une phrase à moitié (${language})`)
    const saved = page.locator('[data-saved]')
    await expect.poll(async () => (await saved.textContent()) ?? '').toMatch(/\d/)
    await expectSound(page)
    expect(complaints).toEqual([])
    await page.context().close()

    const again = await openWatchedPage(browser, { ...screens.narrow, storageState: kept })
    await again.page.goto(form)
    expect(await summaryOf(again.page).inputValue()).toBe(`Une phrase à moitié (${language})`)
    expect(await again.page.locator('form[action$="/draft/removal"]').count()).toBe(1)
    await expectSound(again.page)
    await sayReason(again.page, 'Menée à bien')
    await send(again.page)
    await again.page.waitForURL(/saved=1/)
    await again.page.goto(form)
    expect(await again.page.locator('form[action$="/draft/removal"]').count()).toBe(0)
  })
})
