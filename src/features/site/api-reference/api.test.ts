import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'

interface Document {
  openapi: string
  servers: { url: string }[]
  paths: Record<
    string,
    { get: { operationId: string; parameters: Parameter[]; responses: Record<string, Response> } }
  >
  components: { schemas: Record<string, object> }
}
interface Parameter {
  name: string
  in: 'path' | 'query'
  required: boolean
  schema: { enum?: string[]; items?: { enum?: string[] } }
}
interface Response {
  content: Record<string, { schema?: { $ref: string } }>
}

let house: TestApp
let document: Document
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
  document = (await house.get('/api/v1/openapi.json')).json()
})
afterAll(() => house.close())

// A value for each part of a path that stands in the demonstration.
const slugs: Record<string, string> = {
  cooperations: 'lille-daegu',
  organisations: 'gyeonggi',
  directory: 'alsace',
}

function addressOf(path: string): string {
  const filled = path
    .replace('{network}', 'france-coree')
    .replace(/(\w+)\/\{slug\}/, (_, noun) => `${noun}/${slugs[noun]}`)
  return `/api/v1${filled}`
}

function schemaNamed(name: string): z.ZodType {
  const within = (value: object) =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: within(document.components.schemas) })
}

describe('the document of the API', () => {
  test('is OpenAPI 3.1 and names the server and every operation once', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(document.servers).toEqual([{ url: `${house.application.settings.baseUrl}/api/v1` }])
    const ids = Object.values(document.paths).map(({ get }) => get.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(12)
  })

  test('describes every address that the application answers beneath /api/v1, and no other', () => {
    const answered = new Set<string>()
    const tree: string[] = []
    for (const line of house.app.printRoutes({ commonPrefix: false, method: 'GET' }).split('\n')) {
      const match = line.match(/^([│ ]*)[├└]── (\S+) \(/)
      if (!match?.[2]) continue
      const depth = (match[1] ?? '').length / 4
      tree.splice(depth, tree.length, match[2])
      answered.add(tree.join(''))
    }
    const own = [...answered].filter(
      (address) => address.startsWith('/api/v1/') && !address.endsWith('/openapi.json'),
    )
    const documented = Object.keys(document.paths).map(
      (path) => `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    )
    expect(own.sort()).toEqual(documented.sort())
  })

  test('describes what each address really answers', async () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      const query = path.endsWith('/search') || path === '/directory' ? '?q=Gwangju' : ''
      const answer = await house.get(`${addressOf(path)}${query}`)
      expect([path, answer.statusCode]).toEqual([path, 200])
      const [media = '', content] = Object.entries(get.responses[200]?.content ?? {})[0] ?? []
      expect([path, String(answer.headers['content-type']).split(';')[0]]).toEqual([path, media])
      if (!content?.schema) continue
      const result = schemaNamed(content.schema.$ref.split('/').at(-1) ?? '').safeParse(answer.json())
      expect([path, result.error?.issues ?? []]).toEqual([path, []])
    }
  })

  test('leaves out no field of what is answered', async () => {
    for (const operation of house.app.operations) {
      if (!operation.answer) continue
      const body = (await house.get(addressOf(operation.path))).json()
      expect([operation.path, operation.answer.parse(body)]).toEqual([operation.path, body])
    }
  })

  test('describes what is wrong as it is answered', async () => {
    const problem = (await house.get('/api/v1/networks?limit=0')).json()
    expect(schemaNamed('Problem').safeParse(problem).error?.issues ?? []).toEqual([])
  })

  test('names no code that the address refuses', async () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      // Downloads take what the list takes.
      const codes = get.responses[200]?.content['application/json'] ? get.parameters : []
      for (const { name, schema } of codes.filter((parameter) => parameter.in === 'query')) {
        for (const code of (schema.enum ?? schema.items?.enum ?? []).slice(-1)) {
          const answer = await house.get(`${addressOf(path)}?${new URLSearchParams({ [name]: code })}`)
          expect([path, name, code, answer.statusCode]).toEqual([path, name, code, 200])
        }
      }
    }
  })
})

describe('the pages of the API', () => {
  test.each(interfaceLanguages)('say every address and every record in a page in %s', async (language) => {
    const { statusCode, body, headers } = await house.get('/api/docs', { 'accept-language': language })
    expect([statusCode, headers.vary]).toEqual([200, 'accept-language, accept-encoding'])
    expect(body).toContain(`<html lang="${language}"`)
    for (const path of Object.keys(document.paths)) expect(body).toContain(`GET /api/v1${path}`)
    for (const name of Object.keys(document.components.schemas)) expect(body).toContain(`id="record-${name}"`)
    expect((await house.get(`/api/docs?language=${language}`, { 'accept-language': 'xx' })).body).toBe(body)
  })

  test('load nothing from elsewhere and run no script of their own', async () => {
    const { statusCode, body } = await house.get('/api/docs')
    expect(statusCode).toBe(200)
    const scripts = [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.every((tag) => /src="\//.test(tag) || tag.includes('application/ld+json'))).toBe(true)
    expect(body).not.toMatch(/(?:src|<link[^>]*rel="stylesheet"[^>]*href)="https?:/)
    expect(body).not.toContain('style="')
  })
})
