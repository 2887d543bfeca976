import type { Page } from 'playwright-core'

/** A clock that goes on when it is told to alone, however busy the machine is. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install()
  await page.clock.pauseAt(Date.now() + 1000)
}
