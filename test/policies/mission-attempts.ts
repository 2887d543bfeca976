import { sql } from 'kysely'
import { fieldsOf } from '../support/form-fields.ts'
import { pageWords } from '../support/page-words.ts'
import { signIn } from '../support/sign-in.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

// Missions of Limoges, which offer one seat each: made once, for as many requests as there are callers.
let made = 0
export async function buildMission({ keeper }: PolicyFixture, when: string): Promise<string> {
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

async function offerSeat({ keeper }: PolicyFixture, mission: string): Promise<string> {
  const form = `${mission}/edit/seats/new`
  const offered = { count: '1', until: '2017-12-31', reason: 'Essai' }
  await keeper.post(form, { ...(await fieldsOf(keeper, form)), ...offered })
  const { body } = await keeper.get(`${mission}/edit`)
  const [, id = ''] = /edit\/seats\/([0-9a-f-]{36})/.exec(body) ?? []
  return `${mission}/seats/${id}`
}

export async function askForSeats(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const mission = await buildMission(fixture, `${1 + (made % 27)} décembre 2017`)
  const seats = await offerSeat(fixture, mission)
  const answer = await browser.post(seats, { authority: fixture.toursId, count: '1', words: '' })
  const page = await fixture.keeper.get(mission)
  return { answer, isDone: page.body.includes('/requests/') }
}

export async function answerForSeats(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId, toursId, keeper } = fixture
  const mission = await buildMission(fixture, `${1 + (made % 27)} novembre 2017`)
  const seats = await offerSeat(fixture, mission)
  const asker = await signIn(testApp, { role: 'member', networkId, organisationIds: [toursId] })
  const asked = await asker.post(seats, { authority: toursId, count: '1', words: '' })
  const answer = await browser.post(`${asked.headers.location}/answer`, { action: 'accepted', answer: '' })
  return { answer, isDone: pageWords((await keeper.get(mission)).body).includes('acceptée') }
}

export async function watchDebriefs(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const mission = await buildMission(fixture, `${1 + (made % 27)} mars 2017`)
  const form = `${mission}/edit/head`
  await fixture.keeper.post(form, {
    ...(await fieldsOf(fixture.keeper, form)),
    headName: 'Jeanne Exemple',
    reason: 'Essai',
  })
  const answer = await browser.get(`${group}/group`)
  return { answer, isDone: answer.body.includes('bilan en retard') }
}

export async function tellOutcome(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, limogesId } = fixture
  const { database } = testApp.context
  const { rows } = await sql<{ slug: string; answers: number }>`
    select e.slug, (select count(*)::int from outcomes_answer) as answers from agenda_event e
    join agenda_event_organisation holder on holder.event_id = e.event_id and holder.organisation_id = ${limogesId}
    join agenda_event_cooperation link on link.event_id = e.event_id
    where e.state = 'past' and holder.role = 'participant' order by e.starts_on limit 1
  `.execute(database)
  const [{ slug, answers } = { slug: '', answers: 0 }] = rows
  const told = { held: 'held', results: 'nothing' }
  const answer = await browser.post(`${group}/agenda/${slug}/outcome`, told)
  const after = await database.selectFrom('outcomes_answer').select('answer_id').execute()
  return { answer, isDone: after.length === answers + 1 }
}
