import { lastMailTo } from './mailbox.ts'
import type { TestApp } from './open-test-app.ts'
import { browserOf } from './sign-in.ts'

type Fields = Record<string, string | string[]>

const form = '/france-coree/agenda/propose'

/** What an embassy proposes to the demonstration, unless something else is given. */
export const embassysEvent = {
  kind: 'festival',
  'title.fr.text': 'Semaine du cinéma français à Séoul',
  'summary.fr.text': 'Dix films et une rencontre avec les villes jumelées.',
  when: '2017-11-20/2017-11-26',
  start: '',
  end: '',
  zone: 'Asia/Seoul',
  venue: 'Séoul, Institut français',
  attendance: 'on_site',
  organisers: 'Institut français de Corée',
  link: 'https://cinema.example/semaine',
  languages: ['fr', 'ko'],
  credit: '',
  body: 'Ambassade de France en Corée',
  sender: 'Aline Attachée',
  address: 'culture@ambassade.example',
  website: '',
} satisfies Fields

/** Sends the public form as a person would, half a minute after it was rendered. */
export async function sendProposal(testApp: TestApp, given: Fields = {}, language = 'fr') {
  const reader = browserOf(testApp)
  const page = (await reader.get(`/${language}${form}`)).body
  const begun = /name="begun" value="([^"]*)"/.exec(page)?.[1] ?? ''
  testApp.clock.advance({ seconds: 30 })
  return reader.post(`/${language}${form}`, { ...embassysEvent, begun, ...given })
}

/** The path of the first link of this site in the last mail to an address that leads to a proposal. */
export async function proposalLink(testApp: TestApp, address: string): Promise<string> {
  const mail = await lastMailTo(testApp, address)
  const link = mail?.links.find((each) => each.includes('/agenda/proposed/')) ?? ''
  return URL.parse(link)?.pathname ?? ''
}

/** Proposes an event and confirms it from its mail; returns its title and the path that its proposer keeps. */
export async function proposeEvent(testApp: TestApp, given: Fields = {}, language = 'fr') {
  const sent = { ...embassysEvent, ...given }
  await sendProposal(testApp, given, language)
  const confirm = await proposalLink(testApp, sent.address.toString())
  await browserOf(testApp).post(`${confirm}/confirmation`)
  return {
    title: sent['title.fr.text'].toString(),
    address: sent.address.toString(),
    path: await proposalLink(testApp, sent.address.toString()),
  }
}
