import { beforeAll, beforeEach, expect, test } from 'vitest'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import {
  type HeldMeeting,
  openSecretariat,
  type Secretariat,
} from '../../../../test/support/open-secretariat.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'

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

test('notes of two people are joined, with a script or without', async () => {
  await meeting.note(secretariat.keeper, 0, 'Le budget est voté.')
  const answer = await meeting.note(secretariat.second, 0, 'Le calendrier suit.', {
    base: '',
    headers: { 'x-autosave': '1' },
  })
  expect(Object.values(answer.json().notes)[0]).toBe('Le budget est voté.\nLe calendrier suit.')
  expect((await secretariat.keeper.get(`${meeting.address}/notes`)).body).toContain('Le calendrier suit.')
})

test('notes are taken by those who were given the pen, and seen by nobody else', async () => {
  expect((await secretariat.attended.get(`${meeting.address}/notes`)).statusCode).toBe(404)
  expect((await secretariat.attended.post(`${meeting.address}/notes`, {})).statusCode).toBe(404)
  await secretariat.keeper.post(`${meeting.address}/notes/pens`, { pens: secretariat.attended.personId })
  expect((await meeting.note(secretariat.attended, 1, 'Prochaine réunion en mars')).statusCode).toBe(303)
  expect((await secretariat.keeper.get(`${meeting.address}/notes`)).body).toContain(
    'Prochaine réunion en mars',
  )
  await secretariat.keeper.post(`${meeting.address}/notes/pens`, {})
  expect((await secretariat.attended.get(`${meeting.address}/notes`)).statusCode).toBe(404)
})

test('notes keep their earlier words', async () => {
  await meeting.note(secretariat.keeper, 0, 'Première')
  await meeting.note(secretariat.second, 0, '', { base: 'Première' })
  const versions = await testApp.context.database
    .selectFrom('minutes_note_version as v')
    .innerJoin('minutes_note as n', 'n.note_id', 'v.note_id')
    .select('v.text')
    .where('n.meeting_id', '=', meeting.id)
    .orderBy('v.number')
    .execute()
  expect(versions.map(({ text }) => text)).toEqual(['Première', ''])
})

test('a person who keeps the pen keeps its giver and its instant', async () => {
  const pens = () =>
    testApp.context.database
      .selectFrom('minutes_pen')
      .select(['person_id', 'given_by', 'given_at'])
      .where('meeting_id', '=', meeting.id)
      .orderBy('given_at')
      .execute()
  const address = `${meeting.address}/notes/pens`
  const { keeper, second, attended, absent } = secretariat
  await keeper.post(address, { pens: attended.personId })
  const [first] = await pens()
  expect(first).toMatchObject({ person_id: attended.personId, given_by: keeper.personId })
  testApp.clock.advance({ minutes: 5 })
  await second.post(address, { pens: [attended.personId, absent.personId] })
  expect(await pens()).toEqual([
    first,
    { person_id: absent.personId, given_by: second.personId, given_at: expect.any(Date) },
  ])
  await keeper.post(address, { pens: absent.personId })
  expect((await pens()).map(({ person_id }) => person_id)).toEqual([absent.personId])
})

test('notes that arrive once the minutes are final, or the pen was taken back, are refused', async () => {
  const { keeper, second, attended } = secretariat
  await keeper.post(`${meeting.address}/notes/pens`, { pens: attended.personId })
  await meeting.prepare()
  const texts = () =>
    testApp.context.database
      .selectFrom('minutes_note')
      .select('text')
      .where('meeting_id', '=', meeting.id)
      .orderBy('note_id')
      .execute()
  const before = await texts()
  const unpenned = await meanwhile(
    testApp,
    () => keeper.post(`${meeting.address}/notes/pens`),
    () => meeting.note(attended, 1, 'Sans plume'),
  )
  const late = await meanwhile(
    testApp,
    () => keeper.post(`${meeting.address}/text/final`, { number: '2026-9', sure: 'yes' }),
    () => meeting.note(second, 1, 'Trop tard'),
  )
  expect([unpenned.statusCode, late.statusCode]).toEqual([403, 410])
  expect(await texts()).toEqual(before)
})
