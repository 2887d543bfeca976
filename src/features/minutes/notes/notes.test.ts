import { beforeAll, beforeEach, expect, test } from 'vitest'
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
