import Fastify, { LogController } from 'fastify'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { openLog } from './open-log.ts'

const levels = (lines: string[]) => lines.map((line) => JSON.parse(line).level)

async function fail(error: Error, level: string): Promise<string[]> {
  const lines: string[] = []
  const app = Fastify({
    loggerInstance: openLog(level, { write: (line) => void lines.push(line) }),
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.get('/', async (_request, reply) => {
    reply.send('the answer')
    await new Promise((resolve) => reply.raw.once('close', resolve))
    throw error
  })
  expect((await app.inject('/')).body).toBe('the answer')
  await new Promise((resolve) => setImmediate(resolve))
  return lines
}

test('a refusal that comes after the answer is no fault, and anything else is', async () => {
  expect(levels(await fail(new Refusal('tooMany'), 'warn'))).toEqual([])
  expect(levels(await fail(new Refusal('tooMany'), 'info'))).toEqual([30])
  expect(levels(await fail(new Error('a fault'), 'warn'))).toEqual([50])
})
