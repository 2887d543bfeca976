import type { Page, Response } from 'playwright-core'
import type { PageAddress } from './addresses.ts'
import type { Visitors } from './visitors.ts'

/** Opens a page of the list in a language, in the browser of whoever looks at it, and answers its HTTP status. */
export async function openAddress(
  visitors: Visitors,
  { path, as, follow, reach }: PageAddress,
  language: string,
): Promise<number | undefined> {
  const { site } = visitors
  const page = await visitors.pageOf(as)
  const answer = await page.goto(site + path.replaceAll(':language', language))
  if (reach) return lastStatus(page, () => reach({ page, language, visitors }))
  if (!follow) return answer?.status()
  const target = await page.locator(follow).first().getAttribute('href')
  if (target === null) throw new Error(`${path} has no link ${follow}`)
  const followed = await page.goto(new URL(target, page.url()).href)
  return followed?.status()
}

/** What the page answered with at which one arrives. */
async function lastStatus(page: Page, walk: () => Promise<void>): Promise<number | undefined> {
  let status: number | undefined
  const note = (response: Response) => {
    if (response.frame() === page.mainFrame() && response.request().isNavigationRequest())
      status = response.status()
  }
  page.on('response', note)
  await walk()
  page.off('response', note)
  return status
}
