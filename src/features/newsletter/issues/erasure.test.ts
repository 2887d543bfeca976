import { beforeAll, expect, test } from 'vitest'
import { openLetters } from '../../../../test/support/letters.ts'
import { eraseFromIssues } from './personal-data.commands.ts'
import { listIssueData } from './personal-data.queries.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  return fixture.house.close
})

test('somebody reads which letters they wrote or approved, and goes out of them with their name', async () => {
  const { house: testApp, letters, keeper, chair } = fixture
  fixture.tell([fixture.item('event:1', 'Claire Martin reçoit Osong')])
  await fixture.begin()
  await fixture.act('approve', chair)
  await fixture.act('publish')
  const subject = { personId: chair.personId, names: ['Claire Martin'], addresses: [] }
  expect(await listIssueData(testApp.context, subject)).toMatchObject([
    { section: 'letters', records: [{ number: 1 }] },
  ])
  await eraseFromIssues(testApp.context, subject)
  expect(await listIssueData(testApp.context, subject)).toEqual([])
  expect(await listIssueData(testApp.context, keeper)).toHaveLength(1)
  const page = (await testApp.get(`/fr/${letters}/1`)).body
  expect(page).not.toContain('Claire Martin')
  expect(page).toContain('reçoit Osong')
})
