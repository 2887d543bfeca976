import { markedState } from '../support/letters.ts'
import type { Attempt, Browser, PolicyGround } from './policy-ground.ts'

const letters = '/fr/france-coree/newsletter'

/** Where members may, contributors and readers may not. */
export async function composeAsMember(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  await ground.keeper.post(`${letters}/practice`, { composers: 'member' })
  const attempt = await compose(ground, browser)
  await ground.keeper.post(`${letters}/practice`, {})
  return attempt
}

export async function choosePractice(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const answer = await browser.post(`${letters}/practice`, { second: 'yes' })
  const isDone = (await ground.keeper.get(letters)).body.includes('value="yes" checked')
  await ground.keeper.post(`${letters}/practice`, {})
  return { answer, isDone }
}

export async function approve(ground: PolicyGround, browser: Browser): Promise<Attempt> {
  const { keeper, house, networkId } = ground
  await keeper.post(`${letters}/practice`, { composers: 'member' })
  await keeper.post(`${letters}/draft`)
  const form = await markedState(house, networkId)
  const answer = await browser.post(`${letters}/draft/state`, { ...form, action: 'approve' })
  const isDone = (await keeper.get(`${letters}/draft`)).body.includes('value="publish"')
  await keeper.post(`${letters}/draft/state`, { ...(await markedState(house, networkId)), action: 'reopen' })
  await keeper.post(`${letters}/practice`, {})
  return { answer, isDone }
}

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
