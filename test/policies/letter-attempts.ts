import { markedState } from '../support/letters.ts'
import type { Attempt, Browser, PolicyFixture } from './policy-fixture.ts'

const letters = '/fr/france-coree/newsletter'

/** Where members may, contributors and readers may not. */
export async function composeAsMember(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  await fixture.keeper.post(`${letters}/practice`, { composers: 'member' })
  const attempt = await compose(fixture, browser)
  await fixture.keeper.post(`${letters}/practice`, {})
  return attempt
}

export async function choosePractice(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.post(`${letters}/practice`, { second: 'yes' })
  const isDone = (await fixture.keeper.get(letters)).body.includes('value="yes" checked')
  await fixture.keeper.post(`${letters}/practice`, {})
  return { answer, isDone }
}

export async function approve(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { keeper, testApp, networkId } = fixture
  await keeper.post(`${letters}/practice`, { composers: 'member' })
  await keeper.post(`${letters}/draft`)
  const form = await markedState(testApp, networkId)
  const answer = await browser.post(`${letters}/draft/state`, { ...form, action: 'approve' })
  const isDone = (await keeper.get(`${letters}/draft`)).body.includes('value="publish"')
  await keeper.post(`${letters}/draft/state`, {
    ...(await markedState(testApp, networkId)),
    action: 'reopen',
  })
  await keeper.post(`${letters}/practice`, {})
  return { answer, isDone }
}

export async function compose(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  await fixture.keeper.post(`${letters}/draft`)
  const word = fixture.newWord()
  const answer = await browser.post(`${letters}/draft/new/text`, { 'text.fr.text': word })
  return { answer, isDone: (await fixture.keeper.get(`${letters}/draft`)).body.includes(word) }
}

export async function send(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { keeper, testApp, networkId } = fixture
  await keeper.post(`${letters}/draft`)
  await keeper.post(`${letters}/draft/new/text`, { 'text.fr.text': fixture.newWord() })
  const state = await markedState(testApp, networkId)
  await keeper.post(`${letters}/draft/state`, { ...state, action: 'approve' })
  const from = testApp.clock.now().toString().slice(0, 10)
  const answer = await browser.post(`${letters}/draft/sending`, { from, issue: state.issue })
  const isDone =
    (await testApp.context.database
      .selectFrom('newsletter_sending')
      .select('sending_id')
      .where('issue_id', '=', state.issue)
      .executeTakeFirst()) !== undefined
  // The next one composes and approves its own.
  if (!isDone) await keeper.post(`${letters}/draft/state`, { ...state, action: 'reopen' })
  return { answer, isDone }
}
