import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openProgram, type Program, programWith } from '../../../../test/support/program.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { type Scope, scopes } from '../../../platform/context/actor.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let group: string
let party: string
const programs = new Map<Scope | 'all', Program>()
beforeAll(async () => {
  // The network's day is long past; tokens go by the clock.
  testApp = await openTestApp({ settings: { NOW: '2018-01-15' } })
  network = await buildNetwork(testApp.context)
  group = `/networks/${network.slug}`
  const { parties } = await buildCooperation(testApp.context, network.id, { slug: 'tie' })
  party = parties[0]?.slug ?? ''
  for (const scope of scopes)
    programs.set(scope, await openProgram(testApp, { networkId: network.id, scopes: [scope] }))
  programs.set('all', await openProgram(testApp, { networkId: network.id }))
  await programOf('all').send('POST', `${group}/suggestions`, suggestion('The secret words of the queue.'))
})
afterAll(() => testApp.close())

const programOf = (scope: Scope | 'all'): Program => {
  const program = programs.get(scope)
  if (!program) throw new Error(scope)
  return program
}

const reason = 'Said in the meeting of today'
const suggestion = (words: string) => ({ record: { kind: 'cooperation', slug: 'tie' }, words })
interface Endpoint {
  method: 'GET' | 'PATCH' | 'PUT' | 'POST'
  path: () => string
  body?: () => object
  needs: Scope
  isOpen?: boolean
}

const endpoints: Record<string, Endpoint> = {
  'a list': { method: 'GET', path: () => `${group}/cooperations`, needs: 'read', isOpen: true },
  'a cooperation': { method: 'GET', path: () => `${group}/cooperations/tie`, needs: 'read', isOpen: true },
  'its document': {
    method: 'GET',
    path: () => `${group}/cooperations/tie/document`,
    needs: 'read',
    isOpen: true,
  },
  'its versions': {
    method: 'GET',
    path: () => `${group}/cooperations/tie/versions`,
    needs: 'read',
    isOpen: true,
  },
  'the queue': { method: 'GET', path: () => `${group}/suggestions`, needs: 'read' },
  'a suggestion': {
    method: 'POST',
    path: () => `${group}/suggestions`,
    body: () => suggestion('Something is wrong here.'),
    needs: 'suggest',
  },
  'a change of a cooperation': {
    method: 'PATCH',
    path: () => `${group}/cooperations/tie/document`,
    body: () => ({ document: {}, reason }),
    needs: 'write:cooperations',
  },
  'a replaced cooperation': {
    method: 'PUT',
    path: () => `${group}/cooperations/tie/document`,
    body: () => ({ document: {}, reason }),
    needs: 'write:cooperations',
  },
  'a new cooperation': {
    method: 'POST',
    path: () => `${group}/cooperations`,
    body: () => ({ document: {}, reason }),
    needs: 'write:cooperations',
  },
  'a change of an organisation': {
    method: 'PATCH',
    path: () => `${group}/organisations/${party}/document`,
    body: () => ({ document: {}, reason }),
    needs: 'write:organisations',
  },
  'a replaced organisation': {
    method: 'PUT',
    path: () => `${group}/organisations/${party}/document`,
    body: () => ({ document: {}, reason }),
    needs: 'write:organisations',
  },
  'a new organisation': {
    method: 'POST',
    path: () => `${group}/organisations`,
    body: () => ({ document: {}, reason }),
    needs: 'write:organisations',
  },
}

Object.assign(endpoints, {
  'the members': { method: 'GET', path: () => `${group}/members`, needs: 'read', isOpen: true },
  'a replaced list of members': {
    method: 'PUT',
    path: () => `${group}/members`,
    body: () => ({ members: [{}], reason }),
    needs: 'write:members',
  },
} satisfies Record<string, Endpoint>)

const send = (program: Omit<Program, 'owner'>, { method, path, body }: Endpoint) =>
  method === 'GET' ? program.get(path()) : program.send(method, path(), body?.(), { 'if-match': '"v1"' })

const cases = Object.keys(endpoints).flatMap((name) => scopes.map((scope): [string, Scope] => [name, scope]))

describe('a token', () => {
  test.each(cases)('asks for %s with %s', async (name, scope) => {
    const endpoint = endpoints[name]
    if (!endpoint) throw new Error(name)
    const answer = await send(programOf(scope), endpoint)
    if (scope === endpoint.needs) {
      // Some bodies are wrong on purpose: an answer that says so shows that the program was let in.
      expect([name, [200, 201, 422].includes(answer.statusCode)]).toEqual([name, true])
      return
    }
    expect([name, answer.statusCode]).toEqual([name, 403])
    expect(answer.headers['www-authenticate']).toContain(
      `error="insufficient_scope", scope="${endpoint.needs}"`,
    )
    expect(answer.body).not.toMatch(/secret words|"document"|"items"/)
  })

  test.each(Object.keys(endpoints))('of another network leads nowhere: %s', async (name) => {
    const endpoint = endpoints[name]
    if (!endpoint) throw new Error(name)
    const elsewhere = await buildNetwork(testApp.context)
    const program = await openProgram(testApp, { networkId: elsewhere.id })
    const answer = await send(program, endpoint)
    if (endpoint.isOpen) return expect(answer.statusCode).toBe(200)
    expect([403, 404]).toContain(answer.statusCode)
    expect(answer.body).not.toMatch(/secret words|"document"|"items"/)
  })

  test.each(Object.keys(endpoints))('is asked for where one is needed: %s', async (name) => {
    const endpoint = endpoints[name]
    if (!endpoint) throw new Error(name)
    const { method, path, body } = endpoint
    const answer = await testApp.app.inject({
      method,
      // In an address a token would stand in logs: it is not looked at there.
      url: `/api/v1${path()}${endpoint.isOpen ? '' : `?access_token=${programOf('all').secret}`}`,
      ...(body ? { payload: body(), headers: { 'if-match': '"v1"' } } : {}),
    })
    if (endpoint.isOpen) return expect(answer.statusCode).toBe(200)
    expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Entente"'])
    expect(answer.body).not.toContain('secret words')
  })
})

describe('a browser that is signed in', () => {
  test.each(Object.keys(endpoints))('writes nothing through the API by its cookie: %s', async (name) => {
    const endpoint = endpoints[name]
    if (!endpoint || endpoint.isOpen) return
    const { method, path, body } = endpoint
    for (const site of ['same-origin', 'cross-site', 'none']) {
      const answer = await testApp.app.inject({
        method,
        url: `/api/v1${path()}`,
        headers: { cookie: programOf('all').owner.cookie, 'sec-fetch-site': site, 'if-match': '"v1"' },
        ...(body ? { payload: body() } : {}),
      })
      expect([site, [401, 403].includes(answer.statusCode)]).toEqual([site, true])
    }
  })

  test('cannot send a form to the API, which a page of another site could', async () => {
    const form = await browserOf(testApp).post(`/api/v1${group}/suggestions`, { words: 'x' })
    expect(form.statusCode).toBe(401)
    const text = await programOf('all').send(
      'POST',
      `${group}/suggestions`,
      suggestion('Something is wrong.'),
      {
        'content-type': 'text/plain',
      },
    )
    expect([text.statusCode, text.json().type]).toEqual([415, '/problems/wrongMediaType'])
  })
})

test('every address says what may be done there', async () => {
  const document = `${group}/cooperations/tie/document`
  const options = await testApp.app.inject({ method: 'OPTIONS', url: `/api/v1${document}` })
  expect([options.statusCode, options.headers.allow]).toEqual([204, 'GET, HEAD, PUT, PATCH, OPTIONS'])
  const deleted = await testApp.app.inject({ method: 'DELETE', url: `/api/v1${document}` })
  expect([deleted.statusCode, deleted.headers.allow]).toEqual([405, 'GET, HEAD, PUT, PATCH, OPTIONS'])
  const nobody = programWith(testApp, 'ent_nothing')
  expect((await nobody.send('PATCH', document, { document: {}, reason })).statusCode).toBe(401)
})

describe('a body', () => {
  const whole = { document: {}, reason }
  test.each<[string, 'PUT' | 'PATCH', unknown, Record<string, string>, number]>([
    ['that is no JSON', 'PATCH', '{"document":', {}, 400],
    ['that says something twice', 'PATCH', '{"document":{},"reason":"abc","reason":"abd"}', {}, 400],
    ['that is empty', 'PATCH', '', {}, 400],
    ['of more than a megabyte', 'PATCH', { ...whole, reason: 'x'.repeat(1_100_000) }, {}, 413],
    ['that is compressed', 'PATCH', whole, { 'content-encoding': 'gzip' }, 415],
    ['that is XML', 'PATCH', '<document/>', { 'content-type': 'application/xml' }, 415],
    [
      'that is a patch, where a whole document is taken',
      'PUT',
      whole,
      { 'content-type': 'application/merge-patch+json' },
      415,
    ],
    ['that is a list', 'PATCH', [], {}, 422],
    ['that is null', 'PATCH', 'null', {}, 422],
  ])('%s is refused', async (_what, method, body, headers, status) => {
    const answer = await programOf('all').send(method, `${group}/cooperations/tie/document`, body, {
      'if-match': '"v1"',
      ...headers,
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.json().status).toBe(status)
  })
})
