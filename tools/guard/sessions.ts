import { openBrowser } from '../browser/open-browser.ts'
import { openVisitors, type Seat, type Served, seats } from '../browser/visitors.ts'

const names = Object.keys(seats).filter((name): name is Seat => name in seats)

/** Signs everybody who has a seat in, and returns what their browsers would send as cookies. */
export async function openSessions(site: Served): Promise<Map<Seat, string>> {
  const browser = await openBrowser()
  const visitors = openVisitors(browser, site)
  try {
    const sessions = new Map<Seat, string>()
    for (const seat of names) {
      const page = await visitors.pageOf(seat)
      const cookies = await page.context().cookies()
      sessions.set(seat, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
    }
    return sessions
  } finally {
    await visitors.close()
    await browser.close()
  }
}
