import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../../test/support/expectation-fixture.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
})
afterAll(() => testApp.close())

const told = async (address: string) =>
  (await readMailbox(testApp)).filter(
    ({ to, subject }) =>
      to === address && subject.endsWith(fixture.lastTitle()) && !subject.startsWith('Une attente'),
  ).length
const steps = async (path: string) => {
  const [, words = ''] = /Étapes(.*)$/.exec(pageWords((await coordinator.get(path)).body)) ?? []
  return words
}
const venez = { answer: 'yes', 'words.fr.text': 'Venez en mars.' }

test('an answer that is sent twice is told once', async () => {
  const path = await fixture.state()
  const give = () => fixture.answer(path, fixture.asked, venez, fixture.member)
  for (const answer of await Promise.all([give(), give()])) expect(answer.statusCode).toBe(303)
  expect((await give()).statusCode).toBe(303)
  expect(await told(fixture.askers.address)).toBe(1)
  expect((await steps(path)).match(/réponse : oui/g)).toHaveLength(1)
})

test('an answer that the secretariat words in another language stays that of the member, and is told to the asker alone', async () => {
  const path = await fixture.state()
  await fixture.answer(path, fixture.asked, venez, fixture.member)
  const before = [await told(fixture.askers.address), await told(coordinator.address)]
  const [request] = await fixture.requestsOf(path)
  const fields = await fieldsOf(coordinator, `${path}?answer=${request?.id}`)
  const sent = { ...fields, request: request?.id ?? '', 'words.ko.text': '3월에 오십시오.' }
  expect((await coordinator.post(`${path}/answers`, sent)).statusCode).toBe(303)
  expect(pageWords((await fixture.askers.get(path.replace('/fr/', '/ko/'))).body)).toContain(
    '3월에 오십시오.',
  )
  expect([await told(fixture.askers.address), await told(coordinator.address)]).toEqual([
    (before[0] ?? 0) + 1,
    before[1],
  ])
  expect((await steps(path)).match(/réponse traduite/g)).toHaveLength(1)
  expect((await steps(path)).match(/réponse : oui/g)).toHaveLength(1)
})

test('whoever changes an answer that somebody else has changed meanwhile is told, and undoes nothing unseen', async () => {
  const path = await fixture.state()
  await fixture.answer(path, fixture.asked, venez, fixture.member)
  const [request] = await fixture.requestsOf(path)
  const fields = await fieldsOf(coordinator, `${path}?answer=${request?.id}`)
  const changed = { answer: 'partly', reason: 'size', 'words.fr.text': 'Deux jours en mars.' }
  await fixture.answer(path, fixture.asked, changed, fixture.member)
  const mine = { ...fields, request: request?.id ?? '', 'words.ko.text': '3월에 오십시오.' }
  const met = await coordinator.post(`${path}/answers`, mine)
  expect([met.statusCode, pageWords(met.body)]).toEqual([
    422,
    expect.stringMatching(/quelqu’un d’autre vient de modifier cette réponse.*Deux jours en mars\./),
  ])
  expect(met.body).toContain('3월에 오십시오.')
  expect(pageWords((await fixture.askers.get(path)).body)).toContain('Deux jours en mars.')
  const [seen = ''] = /(?<=name="seen" value=")[^"]+/.exec(met.body) ?? []
  expect((await coordinator.post(`${path}/answers`, { ...mine, seen })).statusCode).toBe(303)
  expect(pageWords((await fixture.askers.get(path)).body)).toContain('Venez en mars.')
})

test('a form that was left for a week is taken as it was typed', async () => {
  const path = await fixture.state()
  const fields = await fieldsOf(fixture.member, path)
  testApp.clock.moveTo(
    testApp.clock
      .now()
      .add({ hours: 7 * 24 })
      .toString(),
  )
  expect((await fixture.member.post(`${path}/answers`, { ...fields, ...venez })).statusCode).toBe(303)
  expect(pageWords((await fixture.member.get(path)).body)).toContain('Venez en mars.')
})
