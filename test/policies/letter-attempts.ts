import { markedState } from '../support/letters.ts'
import type { Attempt, Browser, PolicyGround } from './policy-ground.ts'

const letters = '/fr/france-coree/newsletter'

export async function compose(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  await ground.keeper.post(`${letters}/draft`)
  const word = ground.newWord()
  const answer = await browser.post(`${letters}/draft/new/text`, { 'text.fr.text': word })
  return { answer, isDone: (await ground.keeper.get(`${letters}/draft`)).body.includes(word) }
}

export async function send(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { keeper, house, networkId } = ground
  await keeper.post(`${letters}/draft`)
  await keeper.post(`${letters}/draft/new/text`, { 'text.fr.text': ground.newWord() })
  const state = await markedState(house, networkId)
  await keeper.post(`${letters}/draft/state`, { ...state, action: 'approve' })
  const from = house.clock.now().toString().slice(0, 10)
  const answer = await browser.post(`${letters}/draft/sending`, { from, issue: state.issue })
  const isDone =
    (await house.context.database
      .selectFrom('newsletter_sending')
      .select('sending_id')
      .where('issue_id', '=', state.issue)
      .executeTakeFirst()) !== undefined
  // The next one composes and approves its own.
  if (!isDone) await keeper.post(`${letters}/draft/state`, { ...state, action: 'reopen' })
  return { answer, isDone }
}
