import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram, type Program } from '../../../../test/support/program.ts'
import { openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'
import { wishExample } from './wish-program.schema.ts'

let fixture: WishingFixture
let limoges: Program
const wishes = '/networks/france-coree/wishes'
const reason = 'Note du service'

beforeAll(async () => {
  fixture = await openWishing()
  limoges = await openProgram(fixture.testApp, {
    networkId: fixture.networkId,
    role: 'member',
    organisationIds: [await fixture.organisationId('limoges')],
  })
})
afterAll(() => fixture.close())

test('a program of a member publishes a wish of its authority, for a year unless it says, and sends it back unchanged', async () => {
  const added = await limoges.send('POST', wishes, { document: wishExample.added, reason })
  expect(added.statusCode).toBe(201)
  const { slug } = added.json()
  const read = await limoges.get(`${wishes}/${slug}/document`)
  expect(read.json().document).toMatchObject({ organisation: 'limoges', expires_on: '2018-07-08' })
  const put = await limoges.send(
    'PUT',
    `${wishes}/${slug}/document`,
    { document: read.json().document, reason },
    { 'if-match': String(read.headers.etag) },
  )
  expect([put.statusCode, (await limoges.get(`${wishes}/${slug}/document`)).json().version]).toEqual([200, 1])
})

test.each([
  [{ themes: [] }, '/document/themes'],
  [{ expires_on: '2019-07-09' }, '/document/expires_on'],
  [{ expires_on: '2017-07-07' }, '/document/expires_on'],
  [{ text: { fr: { text: 'Écrivez à contact@limoges.example' } } }, '/document/text/fr'],
  [{ population_from: 10, population_to: 5 }, '/document/population_to'],
  [{ organisation: 'atlantis' }, '/document/organisation'],
  [{ title: {} }, '/document/title'],
])('%j is refused with its place', async (wrong, pointer) => {
  const answer = await limoges.send('POST', wishes, { document: { ...wishExample.added, ...wrong }, reason })
  expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
})

test('of another authority it is a suggestion', async () => {
  const document = { ...wishExample.added, organisation: 'rouen' }
  expect((await limoges.send('POST', wishes, { document, reason })).statusCode).toBe(202)
})
