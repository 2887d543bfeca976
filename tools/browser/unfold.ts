import type { Page } from 'playwright-core'

/** Opens the folded parts of the forms of a page: translations, what may wait, the provenance. */
export async function unfold(page: Page): Promise<void> {
  await page.locator('main form details').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '')
  })
}

/** Says where a change comes from, where the usual words do not do. */
export async function sayReason(page: Page, words: string): Promise<void> {
  await page.locator('details.provenance').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '')
  })
  await page.locator('textarea[name=reason]').fill(words)
}
