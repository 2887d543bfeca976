import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { openOutbox } from './outbox.ts'
import { runCommand } from './run-command.ts'

/** People of the demonstration who look at pages; the operator is made when first needed. */
export const seats = {
  operator: 'operator@server.example',
  chair: 'presidence@groupe.example',
  coordinator: 'coordination@groupe.example',
  member: 'international@limoges.example',
  partner: 'international@icheon.example',
} as const
export type Seat = keyof typeof seats

/** Six browsers and servers share two cores in a run of all tests: what takes two seconds alone has taken twenty there. */
export const patienceMs = 90_000

/** A site, and the folder of its data where it is on this machine. */
export interface Served {
  url: string
  folder?: string | undefined
}

export interface Visitors {
  site: string
  /** A page of a browser in which this person is signed in; of nobody when left out. */
  pageOf(seat?: Seat): Promise<Page>
  /** Signs this person in, in a page of nobody: without a mail where the data are on this machine, as links by mail are few an hour. */
  signIn(page: Page, seat: Seat): Promise<void>
  close(): Promise<void>
}

/**
 * Browsers of several people, each opened once and signed in: by the link in the outbox of the demonstration, or by the one
 * that the command prints, which alone lets the operator in.
 */
export function openVisitors(
  browser: Browser,
  { url, folder }: Served,
  options: BrowserContextOptions = {},
): Visitors {
  const pages = new Map<Seat | 'anybody', Promise<Page>>()
  const signIn = (page: Page, seat: Seat) =>
    folder ? signInByCommand(page, folder, seat) : signInFromOutbox(page, url, seats[seat])
  const open = async (seat?: Seat) => {
    const context = await browser.newContext(options)
    context.setDefaultTimeout(patienceMs)
    const page = await context.newPage()
    if (seat) await signIn(page, seat)
    return page
  }
  return {
    site: url,
    signIn,
    pageOf: (seat) => {
      const page = pages.get(seat ?? 'anybody') ?? open(seat)
      pages.set(seat ?? 'anybody', page)
      return page
    },
    close: async () => {
      for (const page of pages.values()) await (await page).context().close()
    },
  }
}

async function signInByCommand(page: Page, folder: string, seat: Seat): Promise<void> {
  if (seat === 'operator') await runCommand(folder, ['user', 'add', seats.operator, '--operator'])
  await page.goto(await runCommand(folder, ['sign-in-link', seats[seat]]))
  await page.locator('main form .primary').click()
  await page.waitForURL(({ pathname }) => !pathname.includes('/sign-in'))
}

/** Asks for a link, opens it from the outbox, and presses its button. */
export async function signInFromOutbox(page: Page, site: string, address: string): Promise<void> {
  await openMailAfter(page, site, address, async () => {
    await page.goto(`${site}/en/sign-in`)
    await page.locator('main input[name=address]').fill(address)
    await page.locator('main form:has(input[name=address]) .primary').click()
    await page.locator('h1').waitFor()
  })
  await page.locator('.mail-body a.primary').click()
  await page.locator('main form .primary').click()
  await page.waitForURL(({ pathname }) => !pathname.includes('/sign-in'))
  await page.waitForLoadState('networkidle')
}

/**
 * Does what sends a mail to an address, and opens that mail in the outbox of the demonstration. Several journeys write to the people of
 * the demonstration at once: `about` is in the subject of the mail that is meant.
 */
export async function openMailAfter(
  page: Page,
  site: string,
  address: string,
  send: () => Promise<unknown>,
  language = 'en',
  about = '',
): Promise<void> {
  const mails = mailsTo(page, address, about)
  // The newest is first; how many there are says nothing once they fill a page.
  const newest = async () => {
    await openOutbox(page, site, language)
    return (await mails.count()) === 0 ? null : mails.first().getAttribute('href')
  }
  const before = await newest()
  await send()
  // What depends on whether there is an account is done after the answer.
  for (let tries = 0; tries < 40; tries++) {
    const found = await newest()
    if (found !== null && found !== before) return mails.first().click()
    await page.waitForTimeout(100)
  }
  throw new Error(`The outbox has no new mail to ${address}`)
}

/** The mails to an address that an open outbox shows, the newest first, as links. */
export function mailsTo(page: Page, address: string, about = ''): Locator {
  return page
    .locator('main tr, main li')
    .filter({ hasText: address })
    .locator('a.mail-words', { hasText: about })
}
