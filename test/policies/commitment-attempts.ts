import { newId } from '../../src/platform/context/identifier.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { pageWords } from '../support/page-words.ts'
import { buildMission } from './mission-attempts.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'

// An event of Limoges for each caller, that needs two authorities.
let made = 0
async function buildAsking(fixture: PolicyFixture): Promise<string> {
  const event = await buildMission(fixture, `${1 + (++made % 27)} octobre 2017`)
  const form = `${event}/edit/commitments`
  const asked = { until: '2017-09-01', total: '2', reason: 'Essai' }
  const answer = await fixture.keeper.post(form, { ...(await fieldsOf(fixture.keeper, form)), ...asked })
  if (answer.statusCode !== 303)
    throw new Error(`Nothing is asked for: ${pageWords(answer.body).slice(0, 2000)}`)
  return event
}

export async function commit(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const event = await buildAsking(fixture)
  const answer = await browser.post(`${event}/commitment`, {
    authority: fixture.limogesId,
    people: '1',
    words: '',
  })
  const page = pageWords((await fixture.keeper.get(event)).body)
  return { answer, isDone: page.includes('1 collectivité engagée') }
}

export async function prolong(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const event = await buildAsking(fixture)
  const { database, clock } = fixture.testApp.context
  const slug = event.split('/').at(-1) ?? ''
  const { event_id } = await database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await database
    .insertInto('agenda_commitment_decision')
    .values({
      decision_id: newId(),
      event_id,
      until: '2017-09-01',
      outcome: 'reduced',
      tally: JSON.stringify({ countries: [], authorities: 0, people: 0 }),
      decided_at: clock.now().toString(),
    })
    .execute()
  const answer = await browser.post(`${event}/prolongation`, { until: '2017-09-20', word: 'Encore un peu.' })
  const { body } = await fixture.keeper.get(event)
  return { answer, isDone: pageWords(body).includes('Encore un peu.') }
}
