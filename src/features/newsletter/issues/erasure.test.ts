import { beforeAll, expect, test } from 'vitest'
import { openLetters } from '../../../../test/support/letters.ts'
import { eraseFromIssues } from './personal-data.commands.ts'
import { listIssueData } from './personal-data.queries.ts'

let ground: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  ground = await openLetters()
  return ground.house.close
})

test('somebody reads which letters they wrote or approved, and goes out of them with their name', async () => {
  const { house, letters, keeper, chair } = ground
  ground.tell([ground.item('event:1', 'Claire Martin reçoit Osong')])
  await ground.begin()
  await ground.act('approve', chair)
  await ground.act('publish')
  const subject = { personId: chair.personId, names: ['Claire Martin'], addresses: [] }
  expect(await listIssueData(house.context, subject)).toMatchObject([
    { section: 'letters', records: [{ number: 1 }] },
  ])
  await eraseFromIssues(house.context, subject)
  expect(await listIssueData(house.context, subject)).toEqual([])
  expect(await listIssueData(house.context, keeper)).toHaveLength(1)
  const page = (await house.get(`/fr/${letters}/1`)).body
  expect(page).not.toContain('Claire Martin')
  expect(page).toContain('reçoit Osong')
})
