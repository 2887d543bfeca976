import type { Page } from 'playwright-core'
import { newAddress, openLinkOf, type Walk, type Way } from './ways.ts'

/** Fills in the form by which anybody asks for the letter and sends it, no quicker than a person would. */
export async function askForLetter(page: Page, address: string): Promise<void> {
  await page.locator('main input[name=address]').fill(address)
  await page.locator('main select[name=country]').selectOption('KR')
  await page.waitForTimeout(3100)
  await page.locator('main form[action$="/newsletter/subscribe"] .primary').click()
  await page.locator('main input[name=address]').waitFor({ state: 'detached' })
}

async function openConfirmationOf(walk: Walk): Promise<void> {
  const { page, language, visitors } = walk
  const address = newAddress('letter')
  await openLinkOf(walk, address, async () => {
    await page.goto(`${visitors.site}/${language}/france-coree/newsletter/subscribe`)
    await askForLetter(page, address)
  })
}

/** What somebody is said to have asked for, before they confirm it. */
export const openLetterToConfirm: Way = (walk) => openConfirmationOf(walk)

/** Subscribes, confirms it from the mail, and stays on the page of preferences. */
export const openPreferences: Way = async (walk) => {
  await openConfirmationOf(walk)
  await walk.page.locator('form[action*="/newsletter/confirm/"] .primary').click()
  await walk.page.waitForURL(/done=confirmed/)
}

/** Subscribes, and leaves again. */
export const leaveLetter: Way = async (walk) => {
  await openPreferences(walk)
  await walk.page.locator('form[action$="/leaving"] button').click()
  await walk.page.locator('form[action$="/return"]').waitFor()
}
