import { findReference } from '../support/build-organisation.ts'
import { answerFor, requestOf, stateExpectation } from '../support/expectations.ts'
import { pageWords } from '../support/page-words.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'

// An expectation of Hwaseong to Limoges for each caller.
async function state(fixture: PolicyFixture, given: Record<string, string> = {}): Promise<string> {
  const title = { 'title.fr.text': `Attente ${fixture.newWord()}` }
  return stateExpectation(fixture.keeper, fixture.limogesId, { consent: 'yes', ...title, ...given })
}

export async function relay(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const path = await state(fixture)
  const tours = (await findReference(fixture.testApp.context, 'tours')).id
  const answer = await browser.post(`${path}/relay`, { to: 'chosen', members: tours })
  const page = pageWords((await fixture.keeper.get(path)).body)
  return { answer, isDone: page.includes('diffusée aux membres') }
}

export async function answer(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const path = await state(fixture)
  const request = await requestOf(fixture.keeper, path, 'limoges')
  const sent = await browser.post(`${path}/answers`, { request, answer: 'yes' })
  const page = pageWords((await fixture.keeper.get(path)).body)
  return { answer: sent, isDone: page.includes('réponse : oui') }
}

export async function read(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const path = await state(fixture, { confidentiality: 'network', 'title.fr.text': word })
  await answerFor(fixture.keeper, path, 'limoges', { answer: 'yes' })
  const page = await browser.get(path)
  return { answer: page, isDone: page.body.includes(word) }
}
