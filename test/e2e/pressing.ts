import type { Page } from 'playwright-core'
import { sayReason } from '../../tools/browser/unfold.ts'
import { expectSound } from './soundness.ts'
import { tabTo } from './tabbing.ts'

/** What a part of a page says, in one line. */
export const wordsOf = async (page: Page, within = 'main') =>
  ((await page.locator(within).first().textContent()) ?? '').replaceAll(/\s+/g, ' ')

/** Presses what leads to another page, which is to be sound. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()])
  await expectSound(page)
}

/** Comes to a button or link by the keyboard alone, and presses it. */
export async function pressByKey(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await expectSound(page)
}

/** Saves a form of a sheet; its page says what was done. */
export async function saveSheet(page: Page, done: string): Promise<void> {
  await sayReason(page, 'Courriel')
  await press(page, 'form[data-autosave] .form-actions .primary')
  await page.waitForURL(`**?done=${done}`)
}
