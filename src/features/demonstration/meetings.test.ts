import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { lookUpMeetingOn, removeMeeting } from '../minutes/index.ts'
import { lookUpNetwork } from '../networks/index.ts'
import { completeMeetings } from './meetings.commands.ts'

const group = 'france-coree'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

const read = async () =>
  pageWords((await testApp.get(`/en/${group}/meetings/tours-2017?now=2026-11-25`)).body)

test('a demonstration of a release without meetings is given them at the next start, with its decisions, and once', async () => {
  const { context } = testApp
  const network = await lookUpNetwork(context, group)
  const meeting = await lookUpMeetingOn(context, network?.id ?? '', { on: '2017-07-07' })
  const before = await read()
  await completeMeetings(context, group)
  expect(await read()).toBe(before)
  // As that release left it: decisions without a meeting.
  await context.database.updateTable('minutes_decision').set({ meeting_id: null }).execute()
  await removeMeeting(context, network?.id ?? '', meeting?.id ?? '')
  await completeMeetings(context, group)
  expect(await read()).toBe(before)
})
