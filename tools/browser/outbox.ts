import type { Page } from 'playwright-core'

// By the address of a site: the key that its start printed.
const keys = new Map<string, string>()

/** Remembers the address of an outbox as the start of its site printed it. */
export function noteOutbox(printed: string): void {
  const { origin, search } = new URL(printed)
  keys.set(origin, search)
}

/** Opens the outbox of the demonstration with the key that its start printed. */
export async function openOutbox(page: Page, site: string, language: string): Promise<void> {
  await page.goto(`${site}/${language}/france-coree/outbox${keys.get(new URL(site).origin) ?? ''}`)
}
