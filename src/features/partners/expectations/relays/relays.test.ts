import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../../test/support/expectation-fixture.ts'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn
let other: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
  other = await fixture.coordinate()
})
afterAll(() => testApp.close())

describe('the relay', () => {
  test('reaches neither who has left, nor who was dissolved, nor the asker, nor whoever was asked before', async () => {
    const path = await fixture.state()
    await fixture.refuse(path)
    expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
    const reached = (await fixture.requestsOf(path)).map(({ organisationId }) => organisationId)
    expect(reached.toSorted()).toEqual([fixture.asked.id, fixture.able.id, fixture.quiet.id].toSorted())
  })

  test('reaches chosen members; others are reached by another one, once it has ended', async () => {
    const path = await fixture.state()
    await fixture.refuse(path)
    expect((await coordinator.post(`${path}/relay`, { to: 'chosen' })).statusCode).toBe(422)
    expect(
      (await coordinator.post(`${path}/relay`, { to: 'chosen', members: fixture.left.id })).statusCode,
    ).toBe(422)
    expect(
      (await coordinator.post(`${path}/relay`, { to: 'chosen', members: fixture.able.id })).statusCode,
    ).toBe(303)
    const again = await coordinator.post(`${path}/relay`, { to: 'all' })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('vient de diffuser'),
    ])
    expect((await fixture.end(path, coordinator)).statusCode).toBe(303)
    expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
    expect(await fixture.requestsOf(path)).toHaveLength(3)
  })

  test('of two advisers at once is that of one; the other is told', async () => {
    const path = await fixture.state()
    await fixture.refuse(path)
    const both = await Promise.all(
      [coordinator, other].map((browser) => browser.post(`${path}/relay`, { to: 'all' })),
    )
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    const closed = await Promise.all(
      [coordinator, other].map((browser) => browser.post(`${path}/closing`, { outcome: 'unmet' })),
    )
    expect(closed.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
    expect(closed.map(({ body }) => pageWords(body)).join()).toContain('vient de clore cette attente')
  })

  test('comes after the consent, which is refused, given and taken back until then', async () => {
    const path = await fixture.state({ consent: '' })
    await fixture.refuse(path)
    const relay = async () => (await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode
    expect(await relay()).toBe(422)
    for (const consent of ['refused', 'given', 'withdrawn']) {
      expect((await fixture.askers.post(`${path}/consent`, { consent })).statusCode).toBe(303)
      if (consent !== 'given') expect(await relay()).toBe(422)
    }
    await fixture.askers.post(`${path}/consent`, { consent: 'given' })
    expect(await relay()).toBe(303)
    const late = await fixture.askers.post(`${path}/consent`, { consent: 'withdrawn' })
    expect([late.statusCode, pageWords(late.body)]).toEqual([422, expect.stringContaining('trop tard')])
    expect((await fixture.member.post(`${path}/consent`, { consent: 'given' })).statusCode).toBe(404)
  })

  test('ends with all answers, or by hand; who has not answered by then comes too late, who has may change it', async () => {
    const path = await fixture.state()
    await fixture.refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'all' })
    await fixture.answer(path, fixture.able, { answer: 'yes', 'words.fr.text': 'Venez.' }, fixture.ableMember)
    expect((await fixture.end(path, fixture.askers)).statusCode).toBe(303)
    expect((await lastMailTo(testApp, fixture.askers.address))?.subject).toContain('Réponse groupée')
    const offered = (await coordinator.get(path)).body.match(/\?answer=[0-9a-f-]+/g) ?? []
    const [first, able] = await fixture.requestsOf(path)
    expect(offered.toSorted()).toEqual([first, able].map((each) => `?answer=${each?.id}`).toSorted())
    const late = await fixture.answer(path, fixture.quiet, { answer: 'yes' }, coordinator)
    expect([late.statusCode, pageWords(late.body)]).toEqual([
      422,
      expect.stringContaining('La diffusion est terminée'),
    ])
    const changed = await fixture.answer(
      path,
      fixture.able,
      { answer: 'partly', reason: 'size', 'words.fr.text': 'Deux jours.' },
      fixture.ableMember,
    )
    expect(changed.statusCode).toBe(303)
    expect((await lastMailTo(testApp, fixture.askers.address))?.text).toContain('Deux jours.')
  })
})
