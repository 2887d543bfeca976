import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { callServer } from '../support/control-caller.ts'

/** Signs a person of the served demonstration in: the link that the command prints, asked of the server itself, and its button. */
export async function enter(page: Page, address: string): Promise<void> {
  const { exit, out } = await callServer(inject('siteFolder'), ['sign-in-link', address])
  if (exit !== 0) throw new Error(`Nobody could be signed in as ${address}: ${out}`)
  await page.goto(out.trim())
  await page.locator('main button').click()
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'))
}
