import { fieldsOf } from './form-fields.ts'
import { lastMailTo } from './mailbox.ts'
import type { TestApp } from './open-test-app.ts'
import { browserOf, type SignedIn } from './sign-in.ts'

type Fields = Record<string, string | string[]>

const agenda = '/fr/france-coree/agenda'

/** Adds an event of Limoges to the demonstration; returns its path in French. */
export async function addEvent(keeper: SignedIn, title: string, given: Fields = {}): Promise<string> {
  const answer = await keeper.post(`${agenda}/new`, {
    ...(await fieldsOf(keeper, `${agenda}/new`)),
    kind: 'forum',
    'title.fr.text': title,
    when: '2017-12-04',
    start: '10:00',
    end: '12:00',
    zone: 'Europe/Paris',
    'participants.0.part': '',
    'participants.0.role': 'host',
    'participants.0.name': 'Limoges',
    visibility: 'public',
    reason: 'Essai',
    // For two events of one body on one day the form requires a second press.
    action: 'anyway',
    ...given,
  })
  const [, slug] = /\/agenda\/([\w-]+)/.exec(String(answer.headers.location)) ?? []
  if (slug === undefined) throw new Error(`No event: ${answer.statusCode} ${answer.body.slice(0, 3000)}`)
  return `${agenda}/${slug}`
}

/** The terms of the holders of an event, unless something else is given. */
export const usualTerms = {
  isOpen: 'yes',
  untilDay: '2017-11-30',
  untilTime: '18:00',
  zone: 'Europe/Paris',
  forWhom: 'anybody',
  places: '',
  'dataUse.fr.text': 'Pour préparer l’accueil.',
  keptMonths: '6',
  reminderDays: '3',
} satisfies Fields

/** Opens registration for an event. */
export function openRegistration(keeper: Pick<SignedIn, 'post'>, event: string, given: Fields = {}) {
  return keeper.post(`${event}/registration/terms`, { ...usualTerms, ...given })
}

/** The entry of a registrant who comes, unless something else is given. */
export const usualEntry = {
  name: 'Aline Attachée',
  organisation: 'Ambassade de France en Corée',
  country: 'FR',
  language: 'fr',
  address: 'aline@ambassade.example',
  website: '',
} satisfies Fields

/** Sends the public form as a person would, half a minute after it was rendered. */
export async function sendRegistration(testApp: TestApp, event: string, given: Fields = {}) {
  const reader = browserOf(testApp)
  const { body } = await reader.get(`${event}/registration`)
  const begun = /name="begun" value="([^"]*)"/.exec(body)?.[1] ?? ''
  testApp.clock.advance({ seconds: 30 })
  return reader.post(`${event}/registration`, { ...usualEntry, begun, ...given })
}

/** The path of the link in the last mail to an address that leads to a registration. */
export async function registrationLink(testApp: TestApp, address: string): Promise<string> {
  const mail = await lastMailTo(testApp, address)
  const link = mail?.links.find((each) => each.includes('/agenda/registered/')) ?? ''
  return URL.parse(link)?.pathname ?? ''
}

/** Registers a person and confirms it from their mail; returns the path that they keep. */
export async function registerByMail(testApp: TestApp, event: string, given: Fields = {}): Promise<string> {
  const address = String(given.address ?? usualEntry.address)
  await sendRegistration(testApp, event, given)
  const answer = await browserOf(testApp).post(`${await registrationLink(testApp, address)}/confirmation`)
  if (answer.statusCode !== 303) throw new Error(`Not confirmed: ${answer.statusCode}`)
  return String(answer.headers.location).split('?')[0] ?? ''
}
