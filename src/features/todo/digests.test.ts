import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../test/support/expectation-fixture.ts'
import { readMailbox } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { giveRole } from '../people/index.ts'
import { sendDigests } from './digests.commands.ts'

let testApp: TestApp
let fixture: ExpectationFixture
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  // A Monday; a week later everybody has been there for a week.
  testApp.clock.moveTo('2027-03-22T09:00:00Z')
  await testApp.context.database.deleteFrom('todo_digest').execute()
  await testApp.context.database
    .updateTable('people_role')
    .set({ ends_at: '2020-01-01T00:00:00Z', starts_at: '2019-01-01T00:00:00Z' })
    .execute()
  fixture = await buildExpectationFixture(testApp)
})

const digests = async () => {
  const mails = await readMailbox(testApp)
  return mails.filter(({ kind }) => kind === 'todo.digest')
}
/** The mails that leave when digests are looked at, at an instant. */
async function sentAt(instant: string) {
  const before = (await digests()).length
  testApp.clock.moveTo(instant)
  await sendDigests(testApp.application)
  return (await digests()).slice(before).map(({ to }) => to)
}
const workIn = (personId: string, country: string) =>
  testApp.context.database.updateTable('people_person').set({ country }).where('id', '=', personId).execute()

test('leaves once a week, at nine on the first working day of the reader’s country, in their language', async () => {
  await fixture.state()
  const { address } = fixture.member
  // The same Monday, on which they came, then a Tuesday.
  expect(await sentAt('2027-03-22T10:00:00Z')).toEqual([])
  expect(await sentAt('2027-03-23T10:00:00Z')).toEqual([])
  // Easter Monday, then the Tuesday before nine and after.
  expect(await sentAt('2027-03-29T10:00:00Z')).toEqual([])
  expect(await sentAt('2027-03-30T06:30:00Z')).toEqual([])
  expect(await sentAt('2027-03-30T07:05:00Z')).toEqual([address])
  expect(await sentAt('2027-03-30T08:05:00Z')).toEqual([])
  expect(await sentAt('2027-03-31T08:05:00Z')).toEqual([])
  expect(await sentAt('2027-04-05T08:05:00Z')).toEqual([address])
  const mail = (await digests()).at(-1)
  expect(mail?.subject).toMatch(/^1 chose vous attend – /)
  expect(mail?.text).toContain(fixture.lastTitle())
  expect(mail?.links[0]).toMatch(new RegExp(`/fr/${fixture.network.slug}/to-do$`))
})

test('comes on the morning of Korea to who works there, when France sleeps', async () => {
  await workIn(fixture.member.personId, 'KR')
  await fixture.state()
  expect(await sentAt('2027-03-29T00:05:00Z')).toEqual([fixture.member.address])
})

test('a server that was off in the morning sends it the same day, or on the next working one', async () => {
  await fixture.state()
  // Six in the evening: offices are closed.
  expect(await sentAt('2027-03-30T16:30:00Z')).toEqual([])
  expect(await sentAt('2027-03-31T13:00:00Z')).toEqual([fixture.member.address])
})

test('a list with nothing in it is not sent, and counts', async () => {
  expect(await sentAt('2027-03-30T08:05:00Z')).toEqual([])
  await fixture.state()
  expect(await sentAt('2027-03-31T08:05:00Z')).toEqual([])
})

test('comes each working day to who wants that, and never to who does not', async () => {
  await fixture.state()
  const choose = (frequency: string) =>
    fixture.member.post(`/fr/${fixture.network.slug}/to-do/digest`, { frequency })
  expect((await choose('daily')).statusCode).toBe(303)
  expect(await sentAt('2027-03-23T08:05:00Z')).toEqual([fixture.member.address])
  expect(await sentAt('2027-03-24T08:05:00Z')).toEqual([fixture.member.address])
  // A Saturday.
  expect(await sentAt('2027-03-27T09:05:00Z')).toEqual([])
  await testApp.context.database.updateTable('todo_digest').set({ frequency: 'never' }).execute()
  expect(await sentAt('2027-03-30T08:05:00Z')).toEqual([])
  expect((await choose('hourly')).statusCode).toBe(422)
})

test('one mail tells what waits in all groups of a person', async () => {
  const other = await buildExpectationFixture(testApp)
  await giveRole(testApp.context, other.network.id, {
    personId: fixture.member.personId,
    role: 'member',
    organisationIds: [other.asked.id],
  })
  await fixture.state()
  await other.state()
  await other.state()
  const sent = await sentAt('2027-03-30T08:05:00Z')
  expect(sent.filter((to) => to === fixture.member.address)).toHaveLength(1)
  const mail = (await digests()).find(({ to }) => to === fixture.member.address)
  expect(mail?.subject).toBe('3 choses vous attendent dans 2 groupes')
})

test('who is killed between claim and mail has sent nothing, and of two workers one sends', async () => {
  await fixture.state()
  testApp.clock.moveTo('2027-03-30T08:05:00Z')
  const dying = {
    ...testApp.application,
    translate: () => {
      throw new Error('killed')
    },
  }
  await expect(sendDigests(dying)).rejects.toThrow('killed')
  const sent = await Promise.all([sendDigests(testApp.application), sendDigests(testApp.application)])
  expect(sent.reduce((sum, count) => sum + count)).toBe(1)
})
