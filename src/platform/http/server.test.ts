import { readdirSync, readFileSync } from 'node:fs'
import { request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { multipartBody, type SentFile } from '../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { readForm } from '../input/form.ts'
import { keepFile, lookUpFile } from '../storage/files.ts'
import { serveFile } from '../storage/serve-file.ts'
import { addProblems } from './problems.ts'
import { readUpload } from './read-upload.ts'
import { addSecurityHeaders, refuseCrossSiteWrites, securityHeaders } from './security.ts'
import { addUploads } from './server.ts'

let testApp: TestApp
let app: FastifyInstance
/** The content of the scratch folder while a form was being read. */
let onItsWay: string[]

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { UPLOAD_MEGABYTES: '2' } })
  const { application, context } = testApp
  app = Fastify()
  addProblems(app, { page: (_, { status }) => `page ${status}`, title: () => '' })
  addSecurityHeaders(app, securityHeaders(application.settings))
  refuseCrossSiteWrites(app, application.settings)
  addUploads(app)
  app.post('/send', { config: { takesFiles: true } }, async (request, reply) => {
    const { fields, files, errors } = await readUpload(application, request, {
      fields: ['file'],
      mostFiles: 2,
    })
    onItsWay = readdirSync(application.storage.scratch)
    const t = application.translate('en')
    if (errors.length > 0)
      return reply.code(422).send({ fields, errors: errors.map(({ field, message }) => [field, message(t)]) })
    const read = readForm(z.object({ kind: z.string(), about: z.object({ country: z.string() }) }), fields)
    return {
      data: read.valid ? read.data : null,
      files: files.map(({ path, sha256: _, ...file }) => ({ ...file, text: readFileSync(path, 'utf8') })),
    }
  })
  app.post('/broken', { config: { takesFiles: true } }, async (request) => {
    await readUpload(application, request, { fields: ['file'] })
    throw new Error('broken')
  })
  app.post('/keep', { config: { takesFiles: true } }, async (request) => {
    const { files } = await readUpload(application, request, { fields: ['file'] })
    const [file] = files
    return file ? keepFile(context, application.storage, file, file) : null
  })
  app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const file = await lookUpFile(context, request.params.id)
    return file ? serveFile(reply, application.storage, file) : reply.callNotFound()
  })
  app.post('/plain', async () => 'read')
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await testApp.close()
})

async function post(url: string, fields: Record<string, string>, files: SentFile[], more = {}) {
  const { payload, headers } = await multipartBody(fields, files)
  return app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, 'sec-fetch-site': 'same-origin', ...more },
  })
}

// The answer comes first.
const expectNothingLeft = () => expect.poll(left).toEqual([])
const left = () => readdirSync(testApp.application.storage.scratch)

describe('a form with files', () => {
  test('is read like any form, with its files beside', async () => {
    const answer = await post('/send', { kind: 'contacts', 'about.country': 'KR' }, [
      { field: 'file', name: '자매결연.csv', bytes: '도시;국가\n' },
      { field: 'file', name: 'deux.csv', bytes: 'a' },
      { field: 'other', name: 'nobody-asked.csv', bytes: 'b' },
    ])
    expect(answer.json()).toEqual({
      data: { kind: 'contacts', about: { country: 'KR' } },
      files: [
        { field: 'file', name: '자매결연.csv', type: 'text/csv', size: 14, text: '도시;국가\n' },
        { field: 'file', name: 'deux.csv', type: 'text/csv', size: 1, text: 'a' },
      ],
    })
    expect(onItsWay).toHaveLength(2)
    await expectNothingLeft()
  })

  test('in which nothing was chosen has no file', async () => {
    const boundary = 'x'
    const answer = await app.inject({
      method: 'POST',
      url: '/send',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n`,
    })
    expect(answer.json()).toEqual({ data: null, files: [] })
  })

  test('with too many files says so', async () => {
    const files = ['a', 'b', 'c'].map((name) => ({ field: 'file', name, bytes: name }))
    const answer = await post('/send', {}, files)
    expect(answer.json().errors).toEqual([['file', 'Too many files were chosen at once.']])
  })

  test('leaves nothing behind when its reading fails', async () => {
    expect((await post('/broken', {}, [{ field: 'file', name: 'a', bytes: 'a' }])).statusCode).toBe(500)
    await expectNothingLeft()
  })

  test('that is cut off leaves nothing behind', async () => {
    const { payload, headers } = await multipartBody({}, [
      { field: 'file', name: 'a', bytes: 'a'.repeat(100_000) },
    ])
    const sent = open('/send', { ...headers, 'content-length': String(payload.length) })
    sent.on('error', () => undefined)
    await new Promise<void>((resolve) => sent.write(payload.subarray(0, 50_000), () => resolve()))
    await expect.poll(() => left().length).toBe(1)
    sent.destroy()
    await expectNothingLeft()
  })

  test('is refused where no files are taken, and from another site', async () => {
    const files = [{ field: 'file', name: 'a', bytes: 'a' }]
    expect((await post('/plain', {}, files)).statusCode).toBe(415)
    expect((await post('/send', {}, files, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await post('/send', {}, files, { 'content-type': 'multipart/form-data' })).statusCode).toBe(400)
  })
})

describe('200 MB', () => {
  const words = 'The file is too large: 2 MB at most. Split it or make it smaller, then choose it again.'

  const head =
    '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncontacts\r\n' +
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'

  test('are refused before they are read, when they are announced, with the fields before them', async () => {
    const sent = open('/send', { 'content-length': '200000000' })
    sent.write(`${head}Collectivité`)
    const answer = await answerOf(sent)
    expect(answer).toEqual([422, { fields: { kind: 'contacts' }, errors: [['file', words]] }])
    expect(left()).toEqual([])
    sent.destroy()
  })

  test('are refused while they come, when nobody has announced them, with the fields before them', async () => {
    let written = 0
    const piece = Buffer.alloc(64 * 1024, 'a')
    const sent = open('/send', { 'transfer-encoding': 'chunked' })
    sent.on('error', () => undefined)
    Readable.from(
      (async function* () {
        yield Buffer.from(head)
        for (; written < 200e6; written += piece.length) yield piece
      })(),
    ).pipe(sent)
    expect(await answerOf(sent)).toEqual([422, { fields: { kind: 'contacts' }, errors: [['file', words]] }])
    expect(written).toBeLessThan(50e6)
    await expectNothingLeft()
    sent.destroy()
  })
})

test('a kept file is given back under its name, as bytes that do nothing here', async () => {
  const bytes = '<script>alert(1)</script>'
  const kept = await post('/keep', {}, [{ field: 'file', name: 'été 회의록.html', type: 'text/html', bytes }])
  await expectNothingLeft()
  const url = `/files/${kept.json().fileId}`
  const answer = await app.inject({ url })
  expect(answer.body).toBe(bytes)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="ete .html"; filename*=UTF-8''%C3%A9t%C3%A9%20%ED%9A%8C%EC%9D%98%EB%A1%9D.html`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  })
  const again = await app.inject({ url, headers: { 'if-none-match': String(answer.headers.etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

function open(path: string, headers: Record<string, string>) {
  const { port } = app.server.address() as AddressInfo
  const type = 'multipart/form-data; boundary=x'
  return send({ port, path, method: 'POST', headers: { 'content-type': type, ...headers } })
}

function answerOf(sent: ReturnType<typeof send>): Promise<[number | undefined, unknown]> {
  return new Promise((resolve, reject) => {
    sent.on('error', reject)
    sent.on('response', async (response) => {
      const text = Buffer.concat(await Array.fromAsync(response)).toString()
      resolve([response.statusCode, JSON.parse(text)])
    })
  })
}
