import { askForDate as ask, datesIn, polls, twoDates } from '../support/date-polls.ts'
import { pageWords } from '../support/page-words.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'

export async function askForDate(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const word = fixture.newWord()
  const answer = await browser.post(`${polls}/new`, { ...twoDates, 'title.fr.text': word })
  return { answer, isDone: (await fixture.keeper.get(polls)).body.includes(word) }
}

export async function closePoll(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const path = await ask(fixture.keeper)
  const answer = await browser.post(`${path}/closing`)
  const page = await fixture.keeper.get(path)
  return { answer, isDone: pageWords(page.body).includes('Ce sondage est clos') }
}

export async function answerPoll(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const path = await ask(fixture.keeper)
  const [first, second] = datesIn((await fixture.keeper.get(path)).body)
  const answer = await browser.post(`${path}/answer`, {
    [`answers.${first}.answer`]: 'yes',
    [`answers.${second}.answer`]: 'no',
    country: 'FR',
  })
  const page = await fixture.keeper.get(path)
  return { answer, isDone: !pageWords(page.body).includes('Personne n’a encore répondu') }
}
