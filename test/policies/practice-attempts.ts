import { lookUpQuestion } from '../../src/features/questions/questions/queries.ts'
import { publishPractice } from '../support/publish-practice.ts'
import { publishQuestion } from '../support/questions.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'
import { group } from './policy-fixture.ts'

let sheet: Promise<{ slug: string }> | undefined

/** One sheet of Limoges for all attempts: they only open its forms. */
const sheetOf = ({ testApp, networkId }: PolicyFixture) => {
  sheet ??= publishPractice(testApp, networkId)
  return sheet
}

const opens = async (browser: Browser, address: string): Promise<Attempt> => {
  const answer = await browser.get(address)
  return { answer, isDone: answer.statusCode === 200 && answer.body.includes('<form class="form"') }
}

export async function askForReview(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return opens(browser, `${group}/practices/${(await sheetOf(fixture)).slug}/reviews/new`)
}

export async function sayUse(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  return opens(browser, `${group}/practices/${(await sheetOf(fixture)).slug}/uses/new`)
}

export async function askPeers(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const question = `Comment faites-vous, ${fixture.newWord()} ?`
  const answer = await browser.post(`${group}/questions/new`, { question, tried: '', neededBy: '' })
  return { answer, isDone: String(answer.headers.location).endsWith('/send') }
}

export async function hideQuestion(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId } = fixture
  const { id, slug } = await publishQuestion(
    testApp,
    networkId,
    `Comment faites-vous, ${fixture.newWord()} ?`,
  )
  const answer = await browser.post(`${group}/questions/${slug}/coordinator`, {
    ...{ verb: 'hide', reason: 'Hors sujet' },
  })
  return { answer, isDone: (await lookUpQuestion(testApp.context, id))?.hiddenReason === 'Hors sujet' }
}

export async function readAnswers(
  { testApp, networkId, newWord }: PolicyFixture,
  browser: Browser,
): Promise<Attempt> {
  const { slug, answer: answerId } = await publishQuestion(
    testApp,
    networkId,
    `Comment faites-vous, ${newWord()} ?`,
  )
  await testApp.context.database
    .updateTable('questions_answer')
    .set({ may_publish: null, leaves_at: '2017-01-01T00:00:00Z' })
    .where('answer_id', '=', answerId)
    .execute()
  const answer = await browser.get(`${group}/questions/${slug}`)
  return { answer, isDone: answer.body.includes('Par un planning affiché.') }
}
