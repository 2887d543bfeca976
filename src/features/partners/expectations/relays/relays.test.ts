import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationGround,
  type ExpectationGround,
} from '../../../../../test/support/expectation-ground.ts'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

let house: TestApp
let ground: ExpectationGround
let coordinator: SignedIn
let other: SignedIn

beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  ground = await buildExpectationGround(house)
  coordinator = await ground.coordinate()
  other = await ground.coordinate()
})
afterAll(() => house.close())

describe('the relay', () => {
  test('reaches neither who has left, nor who was dissolved, nor the asker, nor whoever was asked before', async () => {
    const path = await ground.state()
    await ground.refuse(path)
    expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
    const reached = (await ground.requestsOf(path)).map(({ organisationId }) => organisationId)
    expect(reached.toSorted()).toEqual([ground.asked.id, ground.able.id, ground.quiet.id].toSorted())
  })

  test('reaches chosen members; others are reached by another one, once it has ended', async () => {
    const path = await ground.state()
    await ground.refuse(path)
    expect((await coordinator.post(`${path}/relay`, { to: 'chosen' })).statusCode).toBe(422)
    expect(
      (await coordinator.post(`${path}/relay`, { to: 'chosen', members: ground.left.id })).statusCode,
    ).toBe(422)
    expect(
      (await coordinator.post(`${path}/relay`, { to: 'chosen', members: ground.able.id })).statusCode,
    ).toBe(303)
    const again = await coordinator.post(`${path}/relay`, { to: 'all' })
    expect([again.statusCode, pageWords(again.body)]).toEqual([
      422,
      expect.stringContaining('vient de diffuser'),
    ])
    expect((await ground.end(path, coordinator)).statusCode).toBe(303)
    expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
    expect(await ground.requestsOf(path)).toHaveLength(3)
  })

  test('of two advisers at once is that of one; the other is told', async () => {
    const path = await ground.state()
    await ground.refuse(path)
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
    const path = await ground.state({ consent: '' })
    await ground.refuse(path)
    const relay = async () => (await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode
    expect(await relay()).toBe(422)
    for (const consent of ['refused', 'given', 'withdrawn']) {
      expect((await ground.askers.post(`${path}/consent`, { consent })).statusCode).toBe(303)
      if (consent !== 'given') expect(await relay()).toBe(422)
    }
    await ground.askers.post(`${path}/consent`, { consent: 'given' })
    expect(await relay()).toBe(303)
    const late = await ground.askers.post(`${path}/consent`, { consent: 'withdrawn' })
    expect([late.statusCode, pageWords(late.body)]).toEqual([422, expect.stringContaining('trop tard')])
    expect((await ground.member.post(`${path}/consent`, { consent: 'given' })).statusCode).toBe(404)
  })

  test('ends with all answers, or by hand; who has not answered by then comes too late, who has may change it', async () => {
    const path = await ground.state()
    await ground.refuse(path)
    await coordinator.post(`${path}/relay`, { to: 'all' })
    await ground.answer(path, ground.able, { answer: 'yes', 'words.fr.text': 'Venez.' }, ground.ableMember)
    expect((await ground.end(path, ground.askers)).statusCode).toBe(303)
    expect((await lastMailTo(house, ground.askers.address))?.subject).toContain('Réponse groupée')
    const offered = (await coordinator.get(path)).body.match(/\?answer=[0-9a-f-]+/g) ?? []
    const [first, able] = await ground.requestsOf(path)
    expect(offered.toSorted()).toEqual([first, able].map((each) => `?answer=${each?.id}`).toSorted())
    const late = await ground.answer(path, ground.quiet, { answer: 'yes' }, coordinator)
    expect([late.statusCode, pageWords(late.body)]).toEqual([
      422,
      expect.stringContaining('La diffusion est terminée'),
    ])
    const changed = await ground.answer(
      path,
      ground.able,
      { answer: 'partly', reason: 'size', 'words.fr.text': 'Deux jours.' },
      ground.ableMember,
    )
    expect(changed.statusCode).toBe(303)
    expect((await lastMailTo(house, ground.askers.address))?.text).toContain('Deux jours.')
  })
})
