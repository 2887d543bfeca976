import { buildMeeting } from '../support/build-meeting.ts'
import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

async function announcedMeeting({ house, networkId, keeper }: PolicyGround): Promise<string> {
  const { path } = await buildMeeting(
    house.context,
    { id: networkId, slug: 'france-coree' },
    { knownOn: '2017-07-07' },
  )
  await keeper.post(`/fr/${path}/states`, { is: 'announced' })
  return path.split('/').at(-1) ?? ''
}

export async function openRound(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const place = `${group}/partners/rounds/${await announcedMeeting(ground)}`
  const answer = await browser.post(place)
  return { answer, isDone: (await ground.keeper.get(place)).body.includes('round-sides') }
}

export async function stateWish(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const place = `${group}/partners/rounds/${await announcedMeeting(ground)}`
  await ground.keeper.post(place)
  const answer = await browser.post(`${place}/limoges`, {
    'wishes.0.part': '',
    'wishes.0.kind': 'search',
    'wishes.0.text.fr.text': word,
    action: 'save',
  })
  return { answer, isDone: (await ground.keeper.get(place)).body.includes(word) }
}

export async function readSuggestions(_ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const answer = await browser.get(`${group}/partners/suggestions/limoges`)
  return { answer, isDone: answer.body.includes('class="suggestion"') }
}
