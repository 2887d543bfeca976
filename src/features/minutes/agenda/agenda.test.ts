import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../../test/support/build-meeting.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { listPoints } from './queries.ts'

let testApp: TestApp
let keeper: SignedIn
let meeting: { id: string; path: string }
beforeAll(async () => {
  testApp = await openTestApp()
  const network = await buildNetwork(testApp.context)
  keeper = await signIn(testApp, { role: 'chair', networkId: network.id })
  const point = (text: string) => ({ title: original(text), rapporteur: '', plannedMinutes: null })
  meeting = await buildMeeting(testApp.context, network, {
    points: ['Un', 'Deux', 'Trois'].map(point),
    isHeld: true,
  })
  return testApp.close
})

const titles = async () => (await listPoints(testApp.context, meeting.id)).map(({ title }) => title.fr?.text)
const change = async (change: Record<string, string>) =>
  (await keeper.post(`/fr/${meeting.path}/agenda/changes`, change)).headers.location ?? ''
const idOf = async (text: string) =>
  (await listPoints(testApp.context, meeting.id)).find(({ title }) => title.fr?.text === text)?.id ?? ''

test('moves points up and down, and stays at the ends', async () => {
  await change({ up: await idOf('Trois') })
  expect(await titles()).toEqual(['Un', 'Trois', 'Deux'])
  await change({ down: await idOf('Un') })
  await change({ down: await idOf('Deux') })
  expect(await titles()).toEqual(['Trois', 'Un', 'Deux'])
})

test('takes a point away, and puts it back in its place', async () => {
  const id = await idOf('Un')
  const after = await change({ remove: id })
  expect(await titles()).toEqual(['Trois', 'Deux'])
  expect(pageWords((await keeper.get(after)).body)).toContain('« Un » est retiré de l’ordre du jour')
  await change({ restore: id })
  expect(await titles()).toEqual(['Trois', 'Un', 'Deux'])
})

test('adds a point with who reports and for how long, and words it otherwise', async () => {
  const address = `/fr/${meeting.path}/agenda`
  expect((await keeper.post(address, { 'title.fr.text': '', plannedMinutes: 'dix' })).statusCode).toBe(422)
  const added = { 'title.fr.text': 'Budget', rapporteur: 'CUF', plannedMinutes: '20' }
  expect((await keeper.post(address, added)).statusCode).toBe(303)
  await keeper.post(`${address}/${await idOf('Budget')}`, { ...added, 'title.fr.text': 'Finances' })
  expect(pageWords((await testApp.get(`/fr/${meeting.path}`)).body)).toContain('Finances CUF · 20 min')
})
