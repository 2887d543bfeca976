import { expect, test } from 'vitest'
import { logQueueErrors } from './queue-errors.ts'

test('a database that is away is said once, whatever fails meanwhile, and everything else each time', () => {
  const said: string[] = []
  const log = logQueueErrors({
    warn: (_: object, words?: string) => void said.push(`warn: ${words}`),
    error: (_: object, words?: string) => void said.push(`error: ${words}`),
  })
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  // The queue reports its workers in plain objects.
  for (const error of [refused, { ...refused, message: 'connect ECONNREFUSED (Queue: people.tidy)' }])
    log(error)
  for (let time = 0; time < 2; time++) log(new Error('a job failed'))
  expect(said).toEqual([
    'warn: the job queue does not reach the database',
    'error: job queue',
    'error: job queue',
  ])
})
