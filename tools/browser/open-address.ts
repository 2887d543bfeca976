import type { Page } from 'playwright-core'
import type { PageAddress } from './addresses.ts'

/** Opens a page of the list in a language and answers its HTTP status; `site` is where it is served. */
export async function openAddress(
  page: Page,
  site: string,
  { path, follow }: PageAddress,
  language: string,
): Promise<number | undefined> {
  const answer = await page.goto(site + path.replaceAll(':language', language))
  if (!follow) return answer?.status()
  const target = await page.locator(follow).first().getAttribute('href')
  if (target === null) throw new Error(`${path} has no link ${follow}`)
  const followed = await page.goto(new URL(target, page.url()).href)
  return followed?.status()
}
