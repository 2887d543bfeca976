import fastify from 'fastify'
import { expect, test } from 'vitest'
import { sendFile } from './send-file.ts'

async function sent(...[name, content]: [Parameters<typeof sendFile>[1], Parameters<typeof sendFile>[2]]) {
  const app = fastify()
  app.get('/', (_, reply) => sendFile(reply.header('cache-control', 'no-cache'), name, content))
  const { headers, body } = await app.inject('/')
  await app.close()
  return [headers['content-type'], headers['content-disposition'], headers['cache-control'], body]
}

test('a file is what its ending says, and browsers save it', async () => {
  expect(await sent('lines.csv', 'a;b\n')).toEqual([
    'text/csv; charset=utf-8',
    'attachment; filename="lines.csv"',
    'no-cache',
    'a;b\n',
  ])
  expect((await sent('forum-fr.ics', 'BEGIN:VCALENDAR'))[0]).toBe('text/calendar; charset=utf-8')
})

test('a PDF is shown', async () => {
  expect((await sent('forum-fr.pdf', Buffer.from('%PDF-'))).slice(0, 2)).toEqual([
    'application/pdf',
    'inline; filename="forum-fr.pdf"',
  ])
})

test('a long file is sent as it is made', async () => {
  const rows = async function* () {
    yield 'one\n'
    yield 'two\n'
  }
  expect((await sent('rows.csv', rows()))[3]).toBe('one\ntwo\n')
})
