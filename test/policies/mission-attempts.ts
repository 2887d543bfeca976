import { fieldsOf } from '../support/form-fields.ts'
import { pageWords } from '../support/page-words.ts'
import { signIn } from '../support/sign-in.ts'
import { type Attempt, type Browser, group, type PolicyGround } from './policy-ground.ts'

// Missions of Limoges, which offer one seat each: made once, for as many requests as there are callers.
let made = 0
export async function buildMission({ keeper }: PolicyGround, when: string): Promise<string> {
  const title = `Mission essayée ${++made}`
  const answer = await keeper.post(`${group}/agenda/new`, {
    ...(await fieldsOf(keeper, `${group}/agenda/new`)),
    kind: 'mission',
    'title.fr.text': title,
    when,
    start: '',
    end: '',
    zone: 'Europe/Paris',
    'participants.0.part': '',
    'participants.0.role': 'host',
    'participants.0.name': 'Limoges',
    visibility: 'public',
    reason: 'Essai',
  })
  const mission = `${group}/agenda/mission-essayee-${made}`
  if (answer.statusCode !== 303) throw new Error(`No mission: ${pageWords(answer.body).slice(0, 2000)}`)
  return mission
}

async function offerSeat({ keeper }: PolicyGround, mission: string): Promise<string> {
  const form = `${mission}/edit/seats/new`
  const offered = { count: '1', until: '2017-12-31', reason: 'Essai' }
  await keeper.post(form, { ...(await fieldsOf(keeper, form)), ...offered })
  const { body } = await keeper.get(`${mission}/edit`)
  const [, id = ''] = /edit\/seats\/([0-9a-f-]{36})/.exec(body) ?? []
  return `${mission}/seats/${id}`
}

export async function askForSeats(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const mission = await buildMission(ground, `${1 + (made % 27)} décembre 2017`)
  const seats = await offerSeat(ground, mission)
  const answer = await browser.post(seats, { authority: ground.toursId, count: '1', words: '' })
  const page = await ground.keeper.get(mission)
  return { answer, isDone: page.body.includes('/requests/') }
}

export async function answerForSeats(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { house, networkId, toursId, keeper } = ground
  const mission = await buildMission(ground, `${1 + (made % 27)} novembre 2017`)
  const seats = await offerSeat(ground, mission)
  const asker = await signIn(house, { role: 'member', networkId, organisationIds: [toursId] })
  const asked = await asker.post(seats, { authority: toursId, count: '1', words: '' })
  const answer = await browser.post(`${asked.headers.location}/answer`, { action: 'accepted', answer: '' })
  return { answer, isDone: pageWords((await keeper.get(mission)).body).includes('acceptée') }
}

export async function watchDebriefs(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const mission = await buildMission(ground, `${1 + (made % 27)} mars 2017`)
  const form = `${mission}/edit/head`
  await ground.keeper.post(form, {
    ...(await fieldsOf(ground.keeper, form)),
    headName: 'Jeanne Exemple',
    reason: 'Essai',
  })
  const answer = await browser.get(group)
  return { answer, isDone: answer.body.includes('bilan en retard') }
}
