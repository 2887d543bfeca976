import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkLink } from './check-link.ts'

const asked: { method: string; path: string; agent: string; range: string | undefined }[] = []
const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/works': (_, response) => response.end('ok'),
  '/no-head': (request, response) => {
    response.statusCode = request.method === 'HEAD' ? 405 : 206
    response.end('o')
  },
  '/gone': (_, response) => response.writeHead(410).end(),
  '/missing': (_, response) => response.writeHead(404).end(),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/door': (_, response) => response.writeHead(403).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/works' }).end(),
  '/for-now': (_, response) => response.writeHead(302, { location: '/works' }).end(),
  '/round': (_, response) => response.writeHead(301, { location: '/round' }).end(),
  '/inside': (_, response) => response.writeHead(301, { location: 'http://169.254.169.254/secrets' }).end(),
  '/elsewhere': (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  '/slow': () => undefined,
  '/endless': (_, response) => {
    response.writeHead(200)
    response.write('x'.repeat(100_000))
  },
}
const server = createServer((request, response) => {
  const { method = '', url = '', headers } = request
  asked.push({ method, path: url, agent: headers['user-agent'] ?? '', range: headers.range })
  const answer = answers[url]
  if (answer) answer(request, response)
  else response.writeHead(404).end()
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const options = { userAgent: 'Entente (+https://test)', timeoutMs: 400 }
const here = (address: string, asks: number) => address === '127.0.0.1' && asks === port
const check = (path: string) => checkLink(`http://127.0.0.1:${port}${path}`, { ...options, mayAsk: here })

describe('a link', () => {
  test.for([
    ['/works', { kind: 'works' }],
    ['/no-head', { kind: 'works' }],
    ['/door', { kind: 'works' }],
    ['/for-now', { kind: 'works' }],
    ['/endless', { kind: 'works' }],
    ['/gone', { kind: 'gone' }],
    ['/missing', { kind: 'gone' }],
    ['/broken', { kind: 'unreachable' }],
    ['/slow', { kind: 'unreachable' }],
    ['/round', { kind: 'unreachable' }],
    ['/inside', { kind: 'refused' }],
    ['/elsewhere', { kind: 'refused' }],
  ] as const)('at %s is found %o', async ([path, outcome]) => {
    expect(await check(path)).toEqual(outcome)
  })

  test('that is elsewhere for good says where', async () => {
    expect(await check('/moved')).toEqual({ kind: 'moved', to: `http://127.0.0.1:${port}/works` })
  })

  test('whose host has no address is gone, and one where nobody listens cannot be reached', async () => {
    expect(await checkLink('http://nowhere.invalid/', options)).toEqual({ kind: 'gone' })
    const closed = { ...options, mayAsk: () => true }
    expect(await checkLink('http://127.0.0.1:9/', closed)).toEqual({ kind: 'unreachable' })
  })
})

test('who is asked learns which installation asks, and sends a few bytes at most', async () => {
  asked.length = 0
  await check('/no-head')
  expect(asked).toEqual([
    { method: 'HEAD', path: '/no-head', agent: 'Entente (+https://test)', range: undefined },
    { method: 'GET', path: '/no-head', agent: 'Entente (+https://test)', range: 'bytes=0-1023' },
  ])
})

test.for([
  ['http://localhost/'],
  ['http://127.0.0.1/'],
  ['http://[::1]/'],
  ['http://2130706433/'],
  ['http://0x7f.1/'],
  ['http://10.0.0.1/'],
  ['https://93.184.216.34:8443/'],
  ['http://93.184.216.34:22/'],
  ['https://user:secret@example.org/'],
  ['ftp://example.org/'],
  ['javascript:alert(1)'],
  ['#'],
  [''],
])('%s is never asked for', async ([address]) => {
  asked.length = 0
  expect(await checkLink(address ?? '', options)).toEqual({ kind: 'refused' })
  expect(asked).toEqual([])
})
