import type { Form } from './edited-record.ts'
import { lastMailTo } from './mailbox.ts'
import type { TestApp } from './open-test-app.ts'
import type { SignedIn } from './sign-in.ts'

type Browser = Pick<SignedIn, 'get' | 'post'>

export const polls = '/fr/france-coree/agenda/polls'

/** A poll on two days of the demonstration, unless something else is given: an hour on 12 December 2017, the whole of the 14th. */
export const twoDates = {
  'title.fr.text': 'Visioconférence de préparation',
  'about.fr.text': 'Une heure, en ligne.',
  'options.0.part': '',
  'options.0.day': '2017-12-12',
  'options.0.to': '',
  'options.0.start': '09:00',
  'options.0.end': '10:00',
  'options.0.zone': 'Europe/Paris',
  'options.1.part': '',
  'options.1.day': '2017-12-14',
  'options.1.to': '',
  'options.1.start': '',
  'options.1.end': '',
  'options.1.zone': 'Europe/Paris',
  'deadline.day': '2017-12-01',
  'deadline.time': '18:00',
  'deadline.zone': 'Europe/Paris',
  electorate: 'network',
  tell: '',
  action: 'save',
} satisfies Form

/** Asks for a date; returns the path of the poll, or throws with the errors of the form. */
export async function askForDate(browser: Browser, given: Form = {}): Promise<string> {
  const answer = await browser.post(`${polls}/new`, { ...twoDates, ...given })
  const { location } = answer.headers
  if (answer.statusCode !== 303 || !location) throw new Error(`No poll: ${answer.statusCode} ${answer.body}`)
  return String(location).split('?')[0] ?? ''
}

/** The ids of the dates of a ballot, in their order. */
export function datesIn(body: string): string[] {
  const ids = [...body.matchAll(/name="answers\.([0-9a-f-]{36})\.word"/g)].map(([, id = '']) => id)
  return [...new Set(ids)]
}

/** Answers on the page of a poll, or by a link: a word for each date in their order, and what else the form holds. */
export async function vote(browser: Browser, path: string, said: readonly string[], given: Form = {}) {
  const ids = datesIn((await browser.get(path)).body)
  const answers = Object.fromEntries(ids.map((id, index) => [`answers.${id}.answer`, said[index] ?? 'no']))
  return browser.post(`${path}/answer`, { ...answers, ...given })
}

/** Invites a person to a poll; returns the path of their link. */
export async function inviteTo(
  testApp: TestApp,
  keeper: Browser,
  path: string,
  { address, side = 'KR', language = 'ko' }: { address: string; side?: string; language?: string },
): Promise<string> {
  const answer = await keeper.post(`${path}/invitations`, { addresses: address, side, language })
  if (answer.statusCode !== 303) throw new Error(`No invitation: ${answer.statusCode} ${answer.body}`)
  return pollLinkOf(testApp, /<([^>]*)>/.exec(address)?.[1] ?? address)
}

/** The path of the link in the last mail about a poll to an address. */
export async function pollLinkOf(testApp: TestApp, address: string): Promise<string> {
  const mail = await lastMailTo(testApp, address)
  const link = mail?.links.find((each) => each.includes('/agenda/polled/')) ?? ''
  return URL.parse(link)?.pathname ?? ''
}
