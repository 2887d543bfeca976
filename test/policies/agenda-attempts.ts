import { proposeEvent } from '../support/propose-event.ts'
import { addEvent, openRegistration } from '../support/register-for-event.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

export async function addDay(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const answer = await browser.post(`${group}/agenda/holidays/new`, {
    country: 'FR',
    from: '2017-08-16',
    'name.fr': word,
    closesOffices: 'yes',
    source: 'Secrétariat',
  })
  const page = await fixture.keeper.get(`${group}/agenda/holidays?year=2017`)
  return { answer, isDone: page.body.includes(word) }
}

export async function publishProposed(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { title } = await proposeEvent(fixture.testApp, { 'title.fr.text': fixture.newWord() })
  const { body } = await fixture.keeper.get(`${group}/agenda/proposals`)
  const [, path = ''] = new RegExp(`href="([^"]*)"[^>]*>${title}`).exec(body) ?? []
  const answer = await browser.post(`${path}/decision`, { decision: 'accepted' })
  const agenda = await fixture.testApp.get(`${group}/agenda?when=all&q=${encodeURIComponent(title)}`)
  return { answer, isDone: agenda.body.includes(`>${title}<`) }
}

export async function makeFeed({ testApp }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.post(`${group}/agenda/feeds`, { parameters: 'theme=culture' })
  const [address] = /\/feeds\/[0-9a-f]{48}\.ics/.exec(answer.body) ?? []
  return { answer, isDone: address !== undefined && (await testApp.get(address)).statusCode === 200 }
}

export async function openForRegistration(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const event = await addEvent(fixture.keeper, `Forum ${fixture.newWord()}`)
  const answer = await openRegistration(browser, event)
  const page = await fixture.testApp.get(`${event}/registration`)
  return { answer, isDone: page.statusCode === 200 }
}
