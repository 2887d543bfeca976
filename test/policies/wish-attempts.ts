import { pageWords } from '../support/page-words.ts'
import { signIn } from '../support/sign-in.ts'
import { addWish, board, sayInterest } from '../support/wishes.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'

const addOf = (fixture: PolicyFixture) =>
  addWish(fixture.keeper, { 'authority.name': 'Limoges', 'title.fr.text': fixture.newWord() })

export async function closeWish(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const page = await addOf(fixture)
  const answer = await browser.post(`${page}/found`)
  return {
    answer,
    isDone: pageWords((await fixture.keeper.get(page)).body).includes('a trouvé son partenaire'),
  }
}

export async function takeTalks(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const talks = await sayInterest(fixture.keeper, await addOf(fixture), { 'authority.name': 'Icheon' })
  const { personId } = await signIn(fixture.testApp, {
    role: 'coordinator',
    networkId: fixture.networkId,
    name: 'Adviser of the talks',
  })
  const answer = await browser.post(`${talks}/adviser`, { person: personId, seen: '' })
  const page = pageWords((await fixture.keeper.get(talks)).body)
  return { answer, isDone: page.includes('Adviser of the talks accompagne') }
}

export async function listTalks(_ground: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.get(`${board}/introductions`)
  return { answer, isDone: answer.statusCode === 200 }
}
