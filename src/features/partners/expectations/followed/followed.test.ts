import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askedBeforeErasure } from '../../../../../test/support/erasure.ts'
import {
  buildExpectationGround,
  type ExpectationGround,
} from '../../../../../test/support/expectation-ground.ts'
import { expectedLinkOf, minji } from '../../../../../test/support/expectations.ts'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { forgetContacts } from '../retention.commands.ts'

let house: TestApp
let ground: ExpectationGround
let coordinator: SignedIn

beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  ground = await buildExpectationGround(house)
  coordinator = await ground.coordinate()
})
afterAll(() => house.close())

describe('somebody without an account', () => {
  const address = 'charlie@ville.example'
  let path = ''
  let link = ''

  test('answers for a member by a link, and sees their own answer alone', async () => {
    coordinator = await ground.coordinate()
    path = await ground.state({ 'asker.name': '가나시', ...minji, consent: 'yes' }, coordinator)
    await ground.refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'all' })
    await ground.answer(
      path,
      ground.able,
      { answer: 'no', reason: 'budget', 'words.fr.text': 'Budget voté.' },
      ground.ableMember,
    )
    const request =
      (await ground.requestsOf(path)).find(({ organisationId }) => organisationId === ground.quiet.id)?.id ??
      ''
    const asks = (given: Record<string, string>) =>
      coordinator.post(`${path}/contacts`, { request, name: 'Cam Durand', address, language: 'fr', ...given })
    expect((await asks({ address: 'pas une adresse' })).statusCode).toBe(422)
    expect((await asks({})).statusCode).toBe(303)
    link = await expectedLinkOf(house, address)
    const page = pageWords((await ground.anybody().get(link)).body)
    expect(page).toContain('Vous répondez pour : Charlie')
    expect(page).not.toContain('Budget voté.')
    expect((await ground.anybody().post(`${link}/closing`, { outcome: 'unmet' })).statusCode).toBe(404)
    expect(
      (await ground.anybody().post(`${link}/answers`, { answer: 'yes', 'words.fr.text': 'Nous venons.' }))
        .statusCode,
    ).toBe(303)
    expect((await lastMailTo(house, minji.contactAddress))?.subject).toContain('회원 종합 답변')
  })

  test('is shown to nobody, and erased when they wish, their answer staying that of the member', async () => {
    expect((await coordinator.get(path)).body).not.toContain(address)
    await askedBeforeErasure(ground.anybody(), link)
    const erased = await ground.anybody().post(`${link}/erasure`, { sure: 'yes' })
    expect(pageWords(erased.body)).toContain('plus rien ici ne porte votre nom')
    expect(erased.body).toContain(`class="button" href="${ground.list}"`)
    expect((await ground.anybody().get(link)).statusCode).toBe(404)
    expect(pageWords((await coordinator.get(path)).body)).toContain('Nous venons.')
    expect((await readMailbox(house)).filter(({ to }) => to === address)).toEqual([])
  })

  test('is forgotten a year after the last step', async () => {
    const own = await expectedLinkOf(house, minji.contactAddress)
    expect((await ground.anybody().get(own)).statusCode).toBe(200)
    house.clock.advance({ hours: 24 * 366 })
    await forgetContacts(house.context)
    expect((await ground.anybody().get(own)).statusCode).toBe(404)
    house.clock.moveTo('2026-11-02T09:01:00Z')
  })
})

test('what somebody stated and answered is read out to them, and stays without their name once it is erased', async () => {
  const claire = { name: 'Claire Martin', address: 'claire@alpha.example' }
  const speaker = await signIn(house, {
    role: 'member',
    networkId: ground.network.id,
    organisationIds: [ground.asked.id],
    ...claire,
  })
  const path = await ground.state(
    { asked: ground.asker.id, 'text.fr.text': 'Écrire à Claire Martin, adjointe.' },
    speaker,
  )
  const received = await ground.state()
  await ground.answer(
    received,
    ground.asked,
    { answer: 'yes', 'words.fr.text': 'Claire Martin vous reçoit.' },
    speaker,
  )
  const subject = { personId: speaker.personId, names: [claire.name], addresses: [claire.address] }
  const kept = await Promise.all(
    house.application.personalData.map((each) => each.collect(house.context, subject)),
  )
  const sections = kept.flat().filter(({ section }) => section.startsWith('expectation'))
  expect(sections.map(({ section, records }) => [section, records.length])).toEqual([
    ['expectations', 1],
    ['expectationAnswers', 1],
  ])
  for (const { erase } of house.application.personalData) await erase(house.context, subject)
  coordinator = await ground.coordinate()
  const pages = [path, received].map(async (each) => pageWords((await coordinator.get(each)).body))
  for (const words of await Promise.all(pages)) expect(words).not.toContain('Claire')
  expect(pageWords((await coordinator.get(received)).body)).toContain('réponse : oui Alpha –')
})
