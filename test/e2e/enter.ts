import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { runEntente } from '../support/entente-process.ts'

/** Signs somebody of the served demonstration in: the link that the command prints, and its button. */
export async function enter(page: Page, address: string): Promise<void> {
  const { out } = await runEntente(['sign-in-link', address], {
    environment: { DATA_DIR: inject('siteFolder') },
  })
  await page.goto(out.trim())
  await page.locator('main button').click()
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'))
}
