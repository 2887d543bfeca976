import { findReference } from '../support/build-organisation.ts'
import { answerFor, requestOf, stateExpectation } from '../support/expectations.ts'
import { pageWords } from '../support/page-words.ts'
import type { Attempt, Browser, PolicyGround } from './policy-ground.ts'

// An expectation of Hwaseong to Limoges for each caller.
async function state(ground: PolicyGround, given: Record<string, string> = {}): Promise<string> {
  const title = { 'title.fr.text': `Attente ${ground.newWord()}` }
  return stateExpectation(ground.keeper, ground.limogesId, { consent: 'yes', ...title, ...given })
}

export async function relay(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const path = await state(ground)
  const tours = (await findReference(ground.house.context, 'tours')).id
  const answer = await browser.post(`${path}/relay`, { to: 'chosen', members: tours })
  const page = pageWords((await ground.keeper.get(path)).body)
  return { answer, isDone: page.includes('diffusée aux membres') }
}

export async function answer(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const path = await state(ground)
  const request = await requestOf(ground.keeper, path, 'limoges')
  const sent = await browser.post(`${path}/answers`, { request, answer: 'yes' })
  const page = pageWords((await ground.keeper.get(path)).body)
  return { answer: sent, isDone: page.includes('réponse : oui') }
}

export async function read(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const path = await state(ground, { confidentiality: 'network', 'title.fr.text': word })
  await answerFor(ground.keeper, path, 'limoges', { answer: 'yes' })
  const page = await browser.get(path)
  return { answer: page, isDone: page.body.includes(word) }
}
