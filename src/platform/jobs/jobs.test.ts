import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenTestDatabase, openTestDatabase } from '../../../test/support/open-test-database.ts'
import { systemClock } from '../context/clock.ts'
import { type Jobs, startJobs } from './jobs.ts'

let opened: OpenTestDatabase
let jobs: Jobs
const done: unknown[] = []
const started: string[] = []
beforeAll(async () => {
  opened = await openTestDatabase({ directory: 'none' }, {}, systemClock)
  const job = { name: 'test.note', run: async (data: unknown) => void done.push(data) }
  const first = { name: 'test.first', atStart: true, run: async () => void started.push('first') }
  jobs = await startJobs(opened.database, {
    jobs: [job, first],
    works: true,
    onError: (error) => done.push(error),
  })
})
afterAll(async () => {
  await jobs.stop()
  await opened.close()
})

it('does what a committed change sent and forgets what a failed one did', async () => {
  const { connection } = opened.database
  await connection.transaction().execute((transaction) => jobs.send(transaction, 'test.note', { kept: true }))
  const failed = connection.transaction().execute(async (transaction) => {
    await jobs.send(transaction, 'test.note', { kept: false })
    throw new Error('taken back')
  })
  await expect(failed).rejects.toThrow('taken back')
  await expect.poll(() => done, { timeout: 15_000 }).toEqual([{ kept: true }])
  expect(jobs.isHealthy()).toBe(true)
})

it('runs at the start what is due then, and not what is only sent', async () => {
  await expect.poll(() => started, { timeout: 15_000 }).toEqual(['first'])
})
