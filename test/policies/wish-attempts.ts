import { pageWords } from '../support/page-words.ts'
import { signIn } from '../support/sign-in.ts'
import { addWish, board, sayInterest } from '../support/wishes.ts'
import type { Attempt, Browser, PolicyGround } from './policy-ground.ts'

const addOf = (ground: PolicyGround) =>
  addWish(ground.keeper, { 'authority.name': 'Limoges', 'title.fr.text': ground.newWord() })

export async function closeWish(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const page = await addOf(ground)
  const answer = await browser.post(`${page}/found`)
  return {
    answer,
    isDone: pageWords((await ground.keeper.get(page)).body).includes('a trouvé son partenaire'),
  }
}

export async function takeTalks(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const talks = await sayInterest(ground.keeper, await addOf(ground), { 'authority.name': 'Icheon' })
  const { personId } = await signIn(ground.house, {
    role: 'coordinator',
    networkId: ground.networkId,
    name: 'Adviser of the talks',
  })
  const answer = await browser.post(`${talks}/adviser`, { person: personId, seen: '' })
  const page = pageWords((await ground.keeper.get(talks)).body)
  return { answer, isDone: page.includes('Adviser of the talks accompagne') }
}

export async function listTalks(_ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const answer = await browser.get(`${board}/introductions`)
  return { answer, isDone: answer.statusCode === 200 }
}
