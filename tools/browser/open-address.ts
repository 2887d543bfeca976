import type { Page, Response } from 'playwright-core'
import type { PageAddress } from './addresses.ts'
import type { Visitors } from './visitors.ts'

/** A page that is open. */
export interface Opened {
  /** Its HTTP status. */
  status: number | undefined
  /** Whether asking for its address again gives it again; what a form answers has no address. */
  isAddressed: boolean
}

/** Opens a page of the list in a language, in the browser of the person who looks at it. */
export async function openAddress(
  visitors: Visitors,
  { path, as, follow, reach }: PageAddress,
  language: string,
): Promise<Opened> {
  const { site } = visitors
  const page = await visitors.pageOf(as)
  const answer = await page.goto(site + path.replaceAll(':language', language))
  const opened = { status: answer?.status(), isAddressed: true }
  if (reach) return lastAnswer(page, opened, () => reach({ page, language, visitors }))
  if (!follow) return opened
  const target = await page.locator(follow).first().getAttribute('href')
  if (target === null) throw new Error(`${path} has no link ${follow}`)
  const followed = await page.goto(new URL(target, page.url()).href)
  return { status: followed?.status(), isAddressed: true }
}

/** The answer of the page at which a walk arrives: the first answer, where the walk only waited for something to come into it. */
async function lastAnswer(page: Page, first: Opened, walk: () => Promise<void>): Promise<Opened> {
  let opened = first
  const note = (response: Response) => {
    if (response.frame() === page.mainFrame() && response.request().isNavigationRequest())
      opened = { status: response.status(), isAddressed: response.request().method() === 'GET' }
  }
  page.on('response', note)
  await walk()
  page.off('response', note)
  return opened
}
