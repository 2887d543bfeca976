import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedBeforeErasure } from '../../../../test/support/erasure.ts'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../test/support/expectation-fixture.ts'
import { expectedLinkOf, minji } from '../../../../test/support/expectations.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { forgetContacts } from './retention.commands.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
})
afterAll(() => testApp.close())

describe('somebody without an account', () => {
  const address = 'charlie@ville.example'
  let path = ''
  let link = ''

  test('answers for a member by a link, and sees their own answer alone', async () => {
    coordinator = await fixture.coordinate()
    path = await fixture.state({ 'asker.name': '가나시', ...minji, consent: 'yes' }, coordinator)
    await fixture.refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'all' })
    await fixture.answer(
      path,
      fixture.able,
      { answer: 'no', reason: 'budget', 'words.fr.text': 'Budget voté.' },
      fixture.ableMember,
    )
    const request =
      (await fixture.requestsOf(path)).find(({ organisationId }) => organisationId === fixture.quiet.id)
        ?.id ?? ''
    const asks = (given: Record<string, string>) =>
      coordinator.post(`${path}/contacts`, { request, name: 'Cam Durand', address, language: 'fr', ...given })
    expect((await asks({ address: 'pas une adresse' })).statusCode).toBe(422)
    expect((await asks({})).statusCode).toBe(303)
    link = await expectedLinkOf(testApp, address)
    const page = pageWords((await fixture.anybody().get(link)).body)
    expect(page).toContain('Vous répondez pour : Charlie')
    expect(page).not.toContain('Budget voté.')
    expect((await fixture.anybody().post(`${link}/closing`, { outcome: 'unmet' })).statusCode).toBe(404)
    expect(
      (await fixture.anybody().post(`${link}/answers`, { answer: 'yes', 'words.fr.text': 'Nous venons.' }))
        .statusCode,
    ).toBe(303)
    expect((await lastMailTo(testApp, minji.contactAddress))?.subject).toContain('회원 종합 답변')
  })

  test('is shown to nobody, and erased when they wish, their answer staying that of the member', async () => {
    expect((await coordinator.get(path)).body).not.toContain(address)
    await askedBeforeErasure(fixture.anybody(), link)
    const erased = await fixture.anybody().post(`${link}/erasure`, { sure: 'yes' })
    expect(pageWords(erased.body)).toContain('plus rien ici ne porte votre nom')
    expect(erased.body).toContain(`class="button" href="${fixture.list}"`)
    expect((await fixture.anybody().get(link)).statusCode).toBe(404)
    expect(pageWords((await coordinator.get(path)).body)).toContain('Nous venons.')
    expect((await readMailbox(testApp)).filter(({ to }) => to === address)).toEqual([])
  })

  test('is forgotten a year after the last step', async () => {
    const own = await expectedLinkOf(testApp, minji.contactAddress)
    expect((await fixture.anybody().get(own)).statusCode).toBe(200)
    testApp.clock.advance({ hours: 24 * 366 })
    await forgetContacts(testApp.context)
    expect((await fixture.anybody().get(own)).statusCode).toBe(404)
    testApp.clock.moveTo('2026-11-02T09:01:00Z')
  })
})

test('what somebody stated and answered is read out to them, and stays without their name once it is erased', async () => {
  const claire = { name: 'Claire Martin', address: 'claire@alpha.example' }
  const speaker = await signIn(testApp, {
    role: 'member',
    networkId: fixture.network.id,
    organisationIds: [fixture.asked.id],
    ...claire,
  })
  const path = await fixture.state(
    { asked: fixture.asker.id, 'text.fr.text': 'Écrire à Claire Martin, adjointe.' },
    speaker,
  )
  const received = await fixture.state()
  await fixture.answer(
    received,
    fixture.asked,
    { answer: 'yes', 'words.fr.text': 'Claire Martin vous reçoit.' },
    speaker,
  )
  const subject = { personId: speaker.personId, names: [claire.name], addresses: [claire.address] }
  const kept = await Promise.all(
    testApp.application.personalData.map((each) => each.collect(testApp.context, subject)),
  )
  const sections = kept.flat().filter(({ section }) => section.startsWith('expectation'))
  expect(sections.map(({ section, records }) => [section, records.length])).toEqual([
    ['expectations', 1],
    ['expectationAnswers', 1],
  ])
  for (const { erase } of testApp.application.personalData) await erase(testApp.context, subject)
  coordinator = await fixture.coordinate()
  const pages = [path, received].map(async (each) => pageWords((await coordinator.get(each)).body))
  for (const words of await Promise.all(pages)) expect(words).not.toContain('Claire')
  expect(pageWords((await coordinator.get(received)).body)).toContain('réponse : oui Alpha –')
})
