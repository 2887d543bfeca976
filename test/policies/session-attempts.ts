import { furnishSession } from '../security/furnished-session.ts'
import { pageWords } from '../support/page-words.ts'
import { buildMission } from './mission-attempts.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'

// An event of Limoges for each caller.
let made = 0
const buildEvent = (fixture: PolicyFixture) => {
  const month = ['mars', 'avril', 'mai'][Math.floor(made / 28)]
  return buildMission(fixture, `${1 + (made++ % 28)} ${month} 2018`)
}

const setup = {
  zone: 'Europe/Paris',
  'hours.0.part': '',
  'hours.0.day': '2017-11-20',
  'hours.0.from': '14:00',
  'hours.0.to': '16:00',
  slotMinutes: '20',
  breakMinutes: '5',
  usualQuota: '3',
  counted: 'no',
  firstSide: 'FR',
  proposing: 'fairer',
  takesRequests: 'yes',
}

export async function holdSession(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const event = await buildEvent(fixture)
  const answer = await browser.post(`${event}/meetings/setup`, setup)
  const page = await fixture.keeper.get(`${event}/meetings`)
  return { answer, isDone: page.statusCode === 200 && pageWords(page.body).includes('5 créneaux') }
}

export async function sayWishes(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { page, other } = await openSession(fixture)
  const answer = await browser.post(`${page}/wishes`, { [`place.${other}`]: '1' })
  return { answer, isDone: !pageWords((await fixture.keeper.get(page)).body).includes('Aucun souhait') }
}

export async function readSession(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { event } = await openSession(fixture)
  const answer = await browser.get(`${event}/meetings`)
  return { answer, isDone: pageWords(answer.body).includes('Icheon') }
}

async function openSession(fixture: PolicyFixture) {
  const event = await buildEvent(fixture)
  const { id } = await furnishSession(fixture, event.split('/').at(-1) ?? '')
  const rows = await fixture.testApp.context.database
    .selectFrom('partners_session_participant as p')
    .innerJoin('partners_session_participant as mine', 'mine.session_id', 'p.session_id')
    .select(['p.participant_id as id', 'p.organisation_id as organisation'])
    .where('mine.participant_id', '=', id)
    .execute()
  const own = rows.find(({ organisation }) => organisation === fixture.limogesId)
  const other = rows.find(({ organisation }) => organisation !== fixture.limogesId)
  return { event, page: `${event}/meetings/participants/${own?.id}`, other: other?.id ?? '' }
}
