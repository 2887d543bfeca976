import type { Step } from './steps.ts'

/** The pages beneath a letter in the making; the first is its own. */
export const letterSteps = [
  '',
  'words',
  'new/text',
  'new/picture',
  'new/quote',
  'new/button',
  'preview',
  'trial',
] as const

/** A page of the letter in the making, which the first walk begins; from the page of the letters. */
export function openLetter(step: (typeof letterSteps)[number]): Step {
  return async ({ page }) => {
    await page.locator('main .page-heading .primary').click()
    await page.waitForURL(/\/newsletter\/draft$/)
    if (step === '') return
    await page.locator(`main a[href$="/draft/${step}"]`).first().click()
    await page.waitForURL(({ pathname }) => pathname.endsWith(step))
  }
}
