import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMeeting } from '../../tools/browser/meeting-steps.ts'
import { openBrowser, screens } from '../../tools/browser/open-browser.ts'
import { seats } from '../../tools/browser/visitors.ts'
import { enter } from './enter.ts'
import { openWatchedPage } from './watched-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function openAs(address: string): Promise<Page> {
  const { page } = await openWatchedPage(browser, screens.wide)
  await enter(page, address)
  return page
}

const notesOf = (page: Page) => page.locator('textarea[name^="text."]').first()
const within = { timeout: 45_000 }

test('two people note on one point at once, and each sees what the other typed', async () => {
  const [coordinator, chair] = [await openAs(seats.coordinator), await openAs(seats.chair)]
  await coordinator.goto('/fr/france-coree/meetings/new')
  await newMeeting(coordinator, 'fr')
  const notes = `${new URL(coordinator.url()).pathname}/notes`
  for (const page of [coordinator, chair]) await page.goto(notes)
  await notesOf(coordinator).pressSequentially('Ouverture à 17 h 30.')
  await notesOf(chair).pressSequentially('Le quorum est atteint.')
  for (const page of [coordinator, chair])
    await expect
      .poll(() => notesOf(page).inputValue(), within)
      .toMatch(/Ouverture.*\n.*quorum|quorum.*\n.*Ouverture/)
  // Neither writes the other's line twice, nor loses it, when they go on.
  await notesOf(chair).press('Control+End')
  await notesOf(chair).pressSequentially('\nOrdre du jour adopté.')
  await expect.poll(() => notesOf(coordinator).inputValue(), within).toContain('Ordre du jour adopté.')
  const lines = (await notesOf(coordinator).inputValue()).split('\n').toSorted()
  expect(lines).toEqual(['Le quorum est atteint.', 'Ordre du jour adopté.', 'Ouverture à 17 h 30.'])
})

test('what is noted without a connection is said not to be saved, and is saved when it comes back', async () => {
  const page = await openAs(seats.coordinator)
  await page.goto('/fr/france-coree/meetings/new')
  await newMeeting(page, 'fr')
  await page.goto(`${page.url()}/notes`)
  await page.context().setOffline(true)
  await notesOf(page).pressSequentially('Dans le tunnel.')
  await expect.poll(() => page.locator('.autosave').textContent(), within).toContain('non enregistrées')
  await page.context().setOffline(false)
  await expect.poll(() => page.locator('.autosave').textContent(), within).toContain('enregistrées à')
  await page.reload()
  expect(await notesOf(page).inputValue()).toBe('Dans le tunnel.')
})
