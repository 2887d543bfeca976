import { askForDate as ask, datesIn, polls, twoDates } from '../support/date-polls.ts'
import { pageWords } from '../support/page-words.ts'
import type { Attempt, Browser, PolicyGround } from './policy-ground.ts'

export async function askForDate(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const word = ground.newWord()
  const answer = await browser.post(`${polls}/new`, { ...twoDates, 'title.fr.text': word })
  return { answer, isDone: (await ground.keeper.get(polls)).body.includes(word) }
}

export async function closePoll(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const path = await ask(ground.keeper)
  const answer = await browser.post(`${path}/closing`)
  const page = await ground.keeper.get(path)
  return { answer, isDone: pageWords(page.body).includes('Ce sondage est clos') }
}

export async function answerPoll(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const path = await ask(ground.keeper)
  const [first, second] = datesIn((await ground.keeper.get(path)).body)
  const answer = await browser.post(`${path}/answer`, {
    [`answers.${first}.answer`]: 'yes',
    [`answers.${second}.answer`]: 'no',
    country: 'FR',
  })
  const page = await ground.keeper.get(path)
  return { answer, isDone: !pageWords(page.body).includes('Personne n’a encore répondu') }
}
