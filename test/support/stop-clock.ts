import type { Page } from 'playwright-core'

/** A clock that goes on only when a test moves it, however busy the machine is. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 1000)
}
