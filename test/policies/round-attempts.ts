import { buildMeeting } from '../support/build-meeting.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

async function announcedMeeting({ testApp, networkId, keeper }: PolicyFixture): Promise<string> {
  const { path } = await buildMeeting(
    testApp.context,
    { id: networkId, slug: 'france-coree' },
    { knownOn: '2017-07-07' },
  )
  await keeper.post(`/fr/${path}/states`, { is: 'announced' })
  return path.split('/').at(-1) ?? ''
}

export async function openRound(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const place = `${group}/partners/rounds/${await announcedMeeting(fixture)}`
  const answer = await browser.post(place)
  return { answer, isDone: (await fixture.keeper.get(place)).body.includes('round-sides') }
}

export async function stateWish(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const place = `${group}/partners/rounds/${await announcedMeeting(fixture)}`
  await fixture.keeper.post(place)
  const answer = await browser.post(`${place}/limoges`, {
    'wishes.0.part': '',
    'wishes.0.kind': 'search',
    'wishes.0.text.fr.text': word,
    action: 'save',
  })
  return { answer, isDone: (await fixture.keeper.get(place)).body.includes(word) }
}

export async function readSuggestions(_ground: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.get(`${group}/partners/suggestions/limoges`)
  return { answer, isDone: answer.body.includes('class="suggestion"') }
}
