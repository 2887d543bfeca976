import type { Page } from 'playwright-core'
import { onceMade, type Step } from './steps.ts'
import { sayReason, unfold } from './unfold.ts'

const event = 'groupe-rencontres-2017'

/** Fills in how many authorities an event needs, where its form is open, and saves it. */
export async function askForCommitments(page: Page, total: string, words: string): Promise<void> {
  await page.locator('input[name=until]').fill('2017-09-15')
  await page.locator('input[name=total]').fill(total)
  await page.locator('input[name=attendance][value=online]').check()
  await unfold(page)
  await page.locator('textarea[name="words.fr.text"]').fill(words)
  await sayReason(page, 'Note du secrétariat')
  await page.locator('form[data-autosave] .form-actions .primary').click()
  await page.waitForURL(/saved=1/)
}

/** The page on which a member commits an authority, of an event for which a coordinator asked for commitments elsewhere. */
export const openCommitment: Step = onceMade(async ({ page, language, visitors }) => {
  const coordinator = await visitors.pageOf('coordinator')
  const place = `${visitors.site}/${language}/france-coree/agenda/${event}`
  await coordinator.goto(`${place}/edit/commitments`)
  // Another number than in any walk before: an unchanged form is not saved.
  const total = String(2 + (Date.now() % 900))
  await askForCommitments(coordinator, total, 'Un atelier en ligne d’une demi-journée.')
  await page.goto(`${place}/commitment`)
  await page.locator('input[name=people]').waitFor()
})

/** The page of such an event, as a member sees it. */
export const openAskingEvent: Step = async (walk) => {
  await openCommitment(walk)
  await walk.page.locator(`main .kicker a[href*="/agenda/${event}"]`).click()
  await walk.page.locator('#commitments').waitFor()
}
