import { beforeAll, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import {
  type HeldMeeting,
  openSecretariat,
  type Secretariat,
} from '../../../../test/support/open-secretariat.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

let testApp: TestApp
let secretariat: Secretariat
let meeting: HeldMeeting
beforeAll(async () => {
  testApp = await openTestApp()
  secretariat = await openSecretariat(testApp)
  return testApp.close
})
beforeEach(async () => {
  meeting = await secretariat.hold()
})

async function open() {
  await meeting.prepare()
  await secretariat.keeper.post(`${meeting.address}/text/amendable`, { until: '2026-11-30' })
}

const amendment = async (given = {}) => ({
  section: await meeting.idOf('Budget'),
  language: 'fr',
  passage: '10 000 €',
  proposal: '12 000 €',
  reason: 'Selon le vote',
  ...given,
})

async function proposed(given = {}) {
  await secretariat.attended.post(`${meeting.address}/amendments`, await amendment(given))
  const row = await testApp.context.database
    .selectFrom('minutes_amendment')
    .select('amendment_id as id')
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirstOrThrow()
  return `${meeting.address}/amendments/${row.id}`
}

test('amendments are proposed by those who attended alone, while they are open', async () => {
  await meeting.prepare()
  expect((await secretariat.attended.get(`${meeting.address}/amendments`)).statusCode).toBe(404)
  await secretariat.keeper.post(`${meeting.address}/text/amendable`, { until: '2026-11-30' })
  expect((await secretariat.absent.get(`${meeting.address}/amendments`)).statusCode).toBe(404)
  expect((await secretariat.absent.post(`${meeting.address}/amendments`, await amendment())).statusCode).toBe(
    404,
  )
  expect(
    (await secretariat.attended.post(`${meeting.address}/amendments`, await amendment())).statusCode,
  ).toBe(303)
  expect(pageWords((await secretariat.keeper.get(`${meeting.address}/amendments`)).body)).toContain(
    'Motif : Selon le vote',
  )
  testApp.clock.advance({ hours: 24 * 40 })
  expect(
    (await secretariat.attended.post(`${meeting.address}/amendments`, await amendment())).statusCode,
  ).toBe(404)
  testApp.clock.advance({ hours: -24 * 40 })
})

test('amendments quote the text to the letter', async () => {
  await open()
  const answer = await secretariat.attended.post(
    `${meeting.address}/amendments`,
    await amendment({ passage: '11 000 €' }),
  )
  expect([answer.statusCode, pageWords(answer.body)]).toEqual([
    422,
    expect.stringContaining('ne se trouve pas tel quel'),
  ])
})

test('amendments that are accepted change the text once, and those declined say why', async () => {
  await open()
  const one = await proposed({ proposal: '$& 12 000 €' })
  expect((await secretariat.attended.post(one, { decision: 'accepted' })).statusCode).toBe(404)
  expect((await secretariat.keeper.post(one, { decision: 'accepted', answer: 'Exact' })).statusCode).toBe(303)
  expect(await meeting.textOf('Budget')).toBe('Le budget est de $& 12 000 €.')
  expect((await secretariat.keeper.post(one, { decision: 'declined' })).statusCode).toBe(409)
  expect(pageWords((await secretariat.attended.get(`${meeting.address}/amendments`)).body)).toMatch(
    /accepté .*Exact – Première Secrétaire/,
  )
})

test('amendments whose passage has gone since are not written over the new text', async () => {
  await open()
  const one = await proposed()
  const form = `${meeting.address}/text/${await meeting.idOf('Budget')}`
  const fields = await fieldsOf(secretariat.keeper, form)
  await secretariat.keeper.post(form, { ...fields, 'text.fr.text': 'Autre chose.', action: 'save' })
  const answer = await secretariat.keeper.post(one, { decision: 'accepted' })
  expect([answer.statusCode, answer.body]).toEqual([
    409,
    expect.stringContaining('Le passage a changé depuis'),
  ])
  expect(pageWords((await secretariat.keeper.get(`${meeting.address}/amendments`)).body)).toContain(
    'en attente',
  )
})

test('amendments that arrive as the minutes become final are refused', async () => {
  await open()
  const typed = await amendment()
  const answer = await meanwhile(
    testApp,
    () => secretariat.keeper.post(`${meeting.address}/text/final`, { number: '2026-8', sure: 'yes' }),
    () => secretariat.attended.post(`${meeting.address}/amendments`, typed),
  )
  expect(answer.statusCode).toBe(410)
  const kept = await testApp.context.database
    .selectFrom('minutes_amendment')
    .select('amendment_id')
    .where('meeting_id', '=', meeting.id)
    .execute()
  expect(kept).toEqual([])
})
