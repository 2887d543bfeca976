import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../test/support/sign-in.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
})
afterAll(() => house.close())

const tie = '/fr/france-coree/cooperations/limoges-icheon'

it('a record that nobody has changed has one version, the one that was loaded', async () => {
  const answer = await house.get(`${tie}/history`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('Cette fiche n’a pas encore été modifiée ici.')
})

it('what does not exist has no history', async () => {
  expect((await house.get('/fr/france-coree/cooperations/nowhere-nothing/history')).statusCode).toBe(404)
  expect((await house.get(`${tie}/history/7`)).statusCode).toBe(404)
  expect((await house.get(`${tie}/history/x`)).statusCode).toBe(404)
})

it('a stranger restores nothing', async () => {
  const stranger = await signIn(house)
  const answer = await stranger.post(`${tie}/history/1/restoration`, { base: '1', reason: 'because' })
  expect(answer.statusCode).toBe(404)
})
