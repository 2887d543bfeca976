import fastify from 'fastify'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openTestApp } from '../../../test/support/open-test-app.ts'
import { addProblems } from './problems.ts'

test('a key that somebody took at the same instant, where nobody looks out for it, is no fault', async () => {
  const testApp = await openTestApp({ directory: 'none' })
  onTestFinished(testApp.close)
  const app = fastify()
  addProblems(app, { page: (_, { status, reason }) => `${status} ${reason}`, title: () => '' })
  app.get('/', async () => {
    for (let time = 0; time < 2; time++)
      await sql`insert into platform_turn (turn) values (1)`.execute(testApp.context.database)
  })
  const answer = await app.inject('/')
  expect([answer.statusCode, answer.body]).toEqual([409, '409 atOnce'])
})
