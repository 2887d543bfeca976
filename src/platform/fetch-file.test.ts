import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchFile } from './fetch-file.ts'

const asked: IncomingMessage[] = []
const drips: NodeJS.Timeout[] = []
let port = 0
const answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/a.ics': (response, { headers }) => {
    if (headers['if-none-match'] === '"one"') response.writeHead(304).end()
    else
      response
        .writeHead(200, { etag: '"one"', 'last-modified': 'Thu, 26 Nov 2026 04:00:00 GMT' })
        .end('BEGIN')
  },
  '/there': (response) => response.writeHead(302, { location: '/a.ics' }).end(),
  '/round': (response) => response.writeHead(301, { location: '/round' }).end(),
  '/loopback': (response) =>
    response.writeHead(302, { location: `https://127.0.0.1:${port + 1}/a.ics` }).end(),
  '/plain': (response) => response.writeHead(302, { location: 'http://93.184.216.34/a.ics' }).end(),
  '/local': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/gone': (response) => response.writeHead(410).end(),
  '/declared': (response) => response.writeHead(200, { 'content-length': '99999999' }).write('x'),
  '/endless': (response) => {
    response.writeHead(200)
    const pour = () =>
      void (response.write('x'.repeat(10_000)) ? setImmediate(pour) : response.once('drain', pour))
    pour()
  },
  '/byte-by-byte': (response) => {
    response.writeHead(200)
    drips.push(setInterval(() => response.write('B'), 50))
  },
  '/silent': () => undefined,
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('BEGIN')
    setTimeout(() => response.destroy(), 20)
  },
}
const server = createServer((request, response) => {
  asked.push(request)
  response.on('error', () => undefined)
  const answer = answers[request.url ?? '']
  if (answer) answer(response, request)
  else response.writeHead(404).end()
})
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  for (const drip of drips) clearInterval(drip)
  server.closeAllConnections()
  server.close()
})

const options = {
  userAgent: 'Entente (+https://test)',
  accept: 'text/calendar',
  mostBytes: 100_000,
  timeoutMs: 700,
}
const fetchHere = (path: string, more = {}) =>
  fetchFile(`http://127.0.0.1:${port}${path}`, { ...options, trustedHosts: [`127.0.0.1:${port}`], ...more })

test('a file is fetched with what tells it from the next one, also where the address has moved', async () => {
  const file = {
    is: 'file',
    bytes: Buffer.from('BEGIN'),
    etag: '"one"',
    modified: 'Thu, 26 Nov 2026 04:00:00 GMT',
  }
  expect(await fetchHere('/a.ics')).toEqual(file)
  expect(await fetchHere('/there')).toEqual(file)
  expect(asked.at(-1)?.headers).toMatchObject({
    'user-agent': 'Entente (+https://test)',
    accept: 'text/calendar',
  })
  const webcal = { ...options, trustedHosts: [`127.0.0.1:${port}`] }
  expect(await fetchFile(`webcal://127.0.0.1:${port}/a.ics`, webcal)).toEqual(file)
})

test('what has not changed is not sent again', async () => {
  expect(await fetchHere('/a.ics', { etag: '"one"', modified: 'Thu, 26 Nov 2026 04:00:00 GMT' })).toEqual({
    is: 'unchanged',
  })
  expect(asked.at(-1)?.headers['if-modified-since']).toBe('Thu, 26 Nov 2026 04:00:00 GMT')
})

test.for([
  ['/loopback', 'withheld', ''],
  ['/plain', 'insecure', ''],
  ['/local', 'addressWrong', ''],
  ['/round', 'redirects', ''],
  ['/gone', 'status', '410'],
  ['/missing', 'status', '404'],
  ['/declared', 'tooLarge', '0'],
  ['/endless', 'tooLarge', '0'],
  ['/byte-by-byte', 'tooSlow', '1'],
  ['/silent', 'tooSlow', '1'],
  ['/cut', 'unreachable', ''],
] as const)('%s ends: %s', async ([path, code, detail]) => {
  const begun = Date.now()
  expect(await fetchHere(path)).toMatchObject(
    path === '/local' ? { is: 'failed' } : { is: 'failed', code, detail },
  )
  expect(Date.now() - begun).toBeLessThan(5_000)
})

test.for([
  ['https://localhost/a.ics', 'withheld'],
  ['https://127.0.0.1/a.ics', 'withheld'],
  ['https://[::1]/a.ics', 'withheld'],
  ['https://2130706433/a.ics', 'withheld'],
  ['https://169.254.169.254/latest', 'withheld'],
  ['https://10.0.0.1/a.ics', 'withheld'],
  ['https://93.184.216.34:8443/a.ics', 'withheld'],
  ['webcal://192.168.1.1/a.ics', 'withheld'],
  ['http://93.184.216.34/a.ics', 'insecure'],
  ['https://nowhere.invalid/a.ics', 'hostUnknown'],
  ['https://user:secret@example.org/a.ics', 'addressWrong'],
  ['ftp://example.org/a.ics', 'addressWrong'],
  ['/etc/passwd', 'addressWrong'],
  ['', 'addressWrong'],
] as const)('%s is never asked for: %s', async ([address, code]) => {
  expect(await fetchFile(address, options)).toEqual({ is: 'failed', code, detail: '' })
})
