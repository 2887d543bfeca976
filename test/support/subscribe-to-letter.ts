import { lastMailTo } from './mailbox.ts'
import type { TestApp } from './open-test-app.ts'
import { browserOf } from './sign-in.ts'

type Fields = Record<string, string | string[]>

const demonstration = 'france-coree'

/** The choices of a person who reads each issue in French. */
export const frenchReader = {
  address: 'lectrice@ville.example',
  language: 'fr',
  country: 'FR',
  frequency: 'issue',
  organisation: '',
  website: '',
} satisfies Fields

/** Sends the public form as a person would, half a minute after it was rendered. */
export async function askForLetter(
  testApp: TestApp,
  given: Fields = {},
  language = 'fr',
  network = demonstration,
) {
  const reader = browserOf(testApp)
  const form = `/${language}/${network}/newsletter/subscribe`
  const page = (await reader.get(form)).body
  const begun = /name="begun" value="([^"]*)"/.exec(page)?.[1] ?? ''
  testApp.clock.advance({ seconds: 30 })
  return reader.post(form, { ...frenchReader, begun, ...given })
}

/** The path of the first link in the last mail to an address that leads to such a page. */
export async function letterLink(
  testApp: TestApp,
  address: string,
  page: 'confirm' | 'preferences' | 'address',
): Promise<string> {
  const mail = await lastMailTo(testApp, address)
  const link = mail?.links.find((each) => each.includes(`/newsletter/${page}/`)) ?? ''
  return URL.parse(link)?.pathname ?? ''
}

/** Subscribes a person, who confirms it from their mail; returns the path of their preferences. */
export async function subscribeToLetter(
  testApp: TestApp,
  given: Fields & { address: string },
  language = 'fr',
  network = demonstration,
): Promise<string> {
  await askForLetter(testApp, given, language, network)
  await browserOf(testApp).post(await letterLink(testApp, given.address, 'confirm'))
  return letterLink(testApp, given.address, 'preferences')
}

/** Where the mail program of a person unsubscribes them: the header of the last mail to them. */
export async function oneClickOf(testApp: TestApp, address: string): Promise<string> {
  const row = await testApp.context.database
    .selectFrom('platform_mail')
    .select('list')
    .where('to_address', '=', address)
    .where('list', 'is not', null)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow()
  return new URL(row.list?.unsubscribeAddress ?? '').pathname
}
