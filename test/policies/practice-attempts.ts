import { draftQuestion } from '../../src/features/questions/asking/commands.ts'
import { lookUpQuestion } from '../../src/features/questions/questions/queries.ts'
import { original } from '../support/build-texts.ts'
import { publishPractice } from '../support/publish-practice.ts'
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
  const { testApp, networkId, limogesId } = fixture
  // Before the day on which the demonstration opens.
  const context = { ...testApp.context, today: '2017-07-01' }
  const { id, slug } = await draftQuestion(context, {
    ...{ networkId, askerId: limogesId, via: 'page', language: 'fr', themes: ['culture'], trade: null },
    ...{ question: original(`Comment faites-vous, ${fixture.newWord()} ?`), tried: {}, neededBy: null },
  })
  await context.database
    .updateTable('questions_question')
    .set({ asked_at: context.clock.now().toString() })
    .where('question_id', '=', id)
    .execute()
  const answer = await browser.post(`${group}/questions/${slug}/coordinator`, {
    verb: 'hide',
    reason: 'Hors sujet',
  })
  return { answer, isDone: (await lookUpQuestion(context, id))?.hiddenReason === 'Hors sujet' }
}
