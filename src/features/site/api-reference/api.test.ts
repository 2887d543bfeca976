import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { buildPoll } from '../../../../test/support/build-poll.ts'
import { stateExpectation } from '../../../../test/support/expectations.ts'
import { markedState } from '../../../../test/support/letters.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'
import { publishPractice } from '../../../../test/support/publish-practice.ts'
import { publishReports } from '../../../../test/support/publish-reports.ts'
import { publishQuestion } from '../../../../test/support/questions.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'

interface Document {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { schemas: Record<string, object> }
}
interface DocumentedOperation {
  operationId: string
  parameters: Parameter[]
  responses: Record<string, Response>
  security: object[]
  requestBody?: { content: Record<string, { schema: { $ref: string }; example: object }> }
}
interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: { enum?: string[]; items?: { enum?: string[] } }
}
interface Response {
  content: Record<string, { schema?: { $ref: string } }>
}

let testApp: TestApp
let document: Document
let program: Program
let poll: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  document = (await testApp.get('/api/v1/openapi.json')).json()
  const network = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id as id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  program = await openProgram(testApp, { networkId: network.id })
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const letter = '/fr/france-coree/newsletter/draft'
  await coordinator.post(letter)
  for (const action of ['approve', 'publish'])
    await coordinator.post(`${letter}/state`, { ...(await markedState(testApp, network.id)), action })
  const asked = await findReference(testApp.context, 'limoges')
  const page = await stateExpectation(coordinator, asked.id)
  slugs.expectations = page.split('/').at(-1) ?? ''
  poll = (await buildPoll(testApp.context, network.id, '2017-12-12')).id
  await publishReports(testApp)
  slugs.practices = (await publishPractice(testApp, network.id)).slug
  slugs.questions = (await publishQuestion(testApp, network.id)).slug
  // So that each record has a second version, and a suggestion waits.
  const reason = 'For the description of the API'
  const added = document.paths['/networks/{network}/wishes']?.post?.requestBody?.content['application/json']
  const wish = await program.send('POST', '/networks/france-coree/wishes', added?.example)
  expect([wish.statusCode, wish.json().slug]).toEqual([201, slugs.wishes])
  for (const [noun, patch] of [
    ['cooperations', { since: '1999' }],
    ['organisations', { notes: null, valid_from: '1999-01-01' }],
    ['events', { firmness: 'intention' }],
    ['wishes', { expires_on: '2018-12-31' }],
    ['practices', { staff_said: 'not_public' }],
  ] as const) {
    const path = `/networks/france-coree/${noun}/${slugs[noun]}/document`
    const answer = await program.send('PATCH', path, { document: patch, reason }, { 'if-match': '"v1"' })
    expect(schemaOf(path, 'patch', 200).safeParse(answer.json()).error?.issues ?? []).toEqual([])
  }
})
afterAll(() => testApp.close())

// A value for each part of a path that exists in the demonstration.
const slugs: Record<string, string> = {
  cooperations: 'lille-daegu',
  events: 'guro-jump-guro-2017',
  meetings: 'tours-2017',
  organisations: 'gyeonggi',
  directory: 'alsace',
  wishes: 'une-ville-coreenne-pour-la-ceramique',
}

// The required parameters of an address.
const queries: Record<string, string> = {
  '/holidays': '?country=KR&from=2017-10-01&to=2017-10-09&network=france-coree',
  '/clocks': '?at=2017-07-07T10:00[Europe/Paris]',
  '/overlap': '?countries=FR,KR&from=2017-12-12&to=2017-12-12',
  '/planned-date': '?from=2017-10-09&to=2017-10-10&place=limoges',
  '/networks/{network}/legal-path': '?tie=limoges-icheon',
  ...Object.fromEntries(
    ['', '/coverage', '/difference', '/manifest'].map((part) => [
      `/networks/{network}/reports/{number}${part}`,
      '?now=2026-12-02',
    ]),
  ),
}

/** The addresses that are read, with what they answer; some only take. */
function reads(): [path: string, get: DocumentedOperation][] {
  return Object.entries(document.paths).flatMap(([path, { get }]) => (get ? [[path, get]] : []))
}

function addressOf(path: string): string {
  const filled = path
    .replace('{network}', 'france-coree')
    .replace('{country}', 'kr')
    .replace(/(\w+)\/\{slug\}/, (_, noun) => `${noun}/${slugs[noun]}`)
    .replace('newsletter/{number}', 'newsletter/1')
    .replace('{number}', '2')
    .replace('{id}', poll)
  return `${filled}${queries[path] ?? ''}`
}

function schemaOf(path: string, method: string, status: number): z.ZodType {
  const described = path
    .replace('france-coree', '{network}')
    .replace(
      /(lille-daegu|gyeonggi|guro-jump-guro-2017|un-four-partage|une-ville-coreenne-pour-la-ceramique)/,
      '{slug}',
    )
  const { schema } = document.paths[described]?.[method]?.responses[status]?.content['application/json'] ?? {}
  return schemaNamed(schema?.$ref.split('/').at(-1) ?? '')
}

function schemaNamed(name: string): z.ZodType {
  const within = (value: object) =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: within(document.components.schemas) })
}

describe('the document of the API', () => {
  test('is OpenAPI 3.1 and names the server and every operation once', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: `${testApp.application.settings.baseUrl}/api/v1` }])
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(12)
  })

  test('describes every address that the application answers beneath /api/v1, and no other', () => {
    const answered = new Set<string>()
    const tree: string[] = []
    for (const line of testApp.app.printRoutes({ commonPrefix: false, method: 'GET' }).split('\n')) {
      const match = line.match(/^([│ ]*)[├└]── (\S+) \(/)
      if (!match?.[2]) continue
      const depth = (match[1] ?? '').length / 4
      tree.splice(depth, tree.length, match[2])
      answered.add(tree.join(''))
    }
    const own = [...answered].filter(
      (address) => address.startsWith('/api/v1/') && !address.endsWith('/openapi.json'),
    )
    const documented = reads().map(([path]) => `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`)
    expect(own.sort()).toEqual(documented.sort())
  })

  test('describes what each address really answers', async () => {
    for (const [path, get] of reads()) {
      const query = path.endsWith('/search') || path === '/directory' ? '?q=Gwangju' : ''
      const answer = await program.get(`${addressOf(path)}${query}`)
      expect([path, answer.statusCode]).toEqual([path, 200])
      const [media = '', content] = Object.entries(get.responses[200]?.content ?? {})[0] ?? []
      expect([path, String(answer.headers['content-type']).split(';')[0]]).toEqual([path, media])
      if (!content?.schema) continue
      const result = schemaNamed(content.schema.$ref.split('/').at(-1) ?? '').safeParse(answer.json())
      expect([path, result.error?.issues ?? []]).toEqual([path, []])
    }
  })

  test('leaves out no field of what is answered', async () => {
    for (const operation of testApp.app.operations) {
      if (!operation.answer || operation.writing) continue
      const body = (await program.get(addressOf(operation.path))).json()
      expect([operation.path, operation.answer.parse(body)]).toEqual([operation.path, body])
    }
  })

  test('says which token each write takes, and shows a body that it takes', async () => {
    const writes = Object.values(document.paths).flatMap((path) =>
      Object.values(path).flatMap(({ security, requestBody }) =>
        requestBody ? [{ security, contents: Object.values(requestBody.content) }] : [],
      ),
    )
    expect(writes).toHaveLength(21)
    for (const { security, contents } of writes) {
      expect(security).toEqual([{ token: [expect.stringMatching(/^(write:|suggest)/)] }])
      for (const { schema, example } of contents) {
        const name = schema.$ref.split('/').at(-1) ?? ''
        expect([name, schemaNamed(name).safeParse(example).error?.issues ?? []]).toEqual([name, []])
      }
    }
  })

  test('describes what is wrong as it is answered', async () => {
    const problem = (await testApp.get('/api/v1/networks?limit=0')).json()
    expect(schemaNamed('Problem').safeParse(problem).error?.issues ?? []).toEqual([])
  })

  test('names no code that the address refuses', async () => {
    for (const [path, get] of reads()) {
      // Downloads have the parameters of the list.
      const codes = get.responses[200]?.content['application/json'] ? get.parameters : []
      for (const { name, schema } of codes.filter((parameter) => parameter.in === 'query')) {
        for (const code of (schema.enum ?? schema.items?.enum ?? []).slice(-1)) {
          const address = addressOf(path)
          const asked = `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams({ [name]: code })}`
          const answer = await program.get(asked)
          expect([path, name, code, answer.statusCode]).toEqual([path, name, code, 200])
        }
      }
    }
  })
})

describe('the pages of the API', () => {
  test.each(interfaceLanguages)('say every address and every record in a page in %s', async (language) => {
    const { statusCode, body, headers } = await testApp.get('/api/docs', { 'accept-language': language })
    expect([statusCode, headers.vary]).toEqual([200, 'accept-language, accept-encoding'])
    expect(body).toContain(`<html lang="${language}"`)
    for (const [path, methods] of Object.entries(document.paths))
      for (const method of Object.keys(methods))
        expect(body).toContain(`${method.toUpperCase()} /api/v1${path}`)
    for (const name of Object.keys(document.components.schemas)) expect(body).toContain(`id="record-${name}"`)
    expect((await testApp.get(`/api/docs?language=${language}`, { 'accept-language': 'xx' })).body).toBe(body)
  })

  test('load nothing from elsewhere and run no script of their own', async () => {
    const { statusCode, body } = await testApp.get('/api/docs')
    expect(statusCode).toBe(200)
    const scripts = [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.every((tag) => /src="\//.test(tag) || tag.includes('application/ld+json'))).toBe(true)
    expect(body).not.toMatch(/(?:src|<link[^>]*rel="stylesheet"[^>]*href)="https?:/)
    expect(body).not.toContain('style="')
  })
})
