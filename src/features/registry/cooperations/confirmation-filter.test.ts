import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let slug: string
let coordinator: SignedIn
let speakers: Record<string, SignedIn>
/** The Korean party of each tie. */
let partners: Record<string, string>
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())
beforeEach(async () => {
  const network = await buildNetwork(testApp.context)
  slug = network.slug
  speakers = {}
  partners = {}
  coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  for (const tie of ['silent', 'waiting', 'agreed', 'wrong']) {
    const { parties } = await buildCooperation(testApp.context, network.id, { slug: tie })
    const partner = parties[1]?.id ?? ''
    partners[tie] = partner
    speakers[tie] = await signIn(testApp, {
      role: 'member',
      networkId: network.id,
      organisationIds: [partner],
    })
  }
  await ask('waiting')
  await say('agreed', { stance: 'confirmed' })
  await say('wrong', { stance: 'disputed', words: 'The year is another one.' })
})

const page = (query = '') => `/en/${slug}/cooperations${query}`

async function ask(tie: string) {
  const answer = await coordinator.post(`${page()}/${tie}/confirmation/requests`, {
    organisation: partners[tie] ?? '',
    address: 'partner@city.example',
    language: 'ko',
  })
  expect(answer.statusCode).toBe(303)
}

async function say(tie: string, form: Record<string, string>) {
  const answer = await speakers[tie]?.post(`${page()}/${tie}/confirmation`, form)
  expect(answer?.statusCode).toBe(303)
}

async function listed(query: string): Promise<string[]> {
  const { body } = await testApp.get(page(query))
  return ['agreed', 'silent', 'waiting', 'wrong'].filter((tie) => body.includes(`/cooperations/${tie}"`))
}

const cases = [
  ['', ['agreed', 'silent', 'waiting', 'wrong']],
  ['?confirmation=claimed', ['silent', 'waiting']],
  ['?confirmation=confirmed', ['agreed']],
  ['?confirmation=disputed', ['wrong']],
  ['?confirmation=confirmed&confirmation=disputed', ['agreed', 'wrong']],
  ['?confirmation=disputed&country=MA', []],
] as const

describe('cooperations by what their parties say', () => {
  it.each(cases)('are the same on the page, in the API and in every export: %s', async (query, expected) => {
    const api = `/api/v1/networks/${slug}/cooperations`
    expect(await listed(query)).toEqual(expected)
    const list = (await testApp.get(`${api}${query}`)).json()
    expect(list.total).toBe(expected.length)
    expect(list.items.map((each: { slug: string }) => each.slug).toSorted()).toEqual(expected)
    for (const format of ['csv', 'json', 'geojson', 'iati.xml']) {
      const { body } = await testApp.get(`${api}.${format}${query}`)
      const found = ['agreed', 'silent', 'waiting', 'wrong'].filter((tie) =>
        body.includes(`cooperations/${tie}`),
      )
      expect([format, found]).toEqual([format, expected])
    }
  })

  it('are chosen by the words of their marks, and the choice is taken away again', async () => {
    const { body } = await testApp.get(page('?confirmation=claimed&scope=all'))
    expect(body).toMatch(/<option value="claimed" selected[^>]*>to be confirmed</)
    const chip = body.match(/<a class="chip" href="([^"]*)">(.*?)<\/a>/s)
    expect(chip?.[2]?.replaceAll(/<[^>]*>/g, '')).toMatch(/Confirmation\s+to be confirmed/)
    expect(chip?.[1]?.replaceAll('&amp;', '&')).toBe(page('?scope=all'))
    expect(body).toContain(`/cooperations.csv?confirmation=claimed&amp;scope=all`)
    const all = await testApp.get(page('?confirmation=nonsense'))
    expect(all.body).not.toContain('class="chip"')
  })

  it('offer only what some tie has', async () => {
    const offered = async () => {
      const { body } = await testApp.get(page())
      const [, options = ''] = body.match(/<select[^>]*name="confirmation"[^>]*>(.*?)<\/select>/s) ?? []
      return [...options.matchAll(/value="(\w+)"/g)].map(([, code]) => code)
    }
    expect(await offered()).toEqual(['claimed', 'confirmed', 'disputed'])
    for (const tie of ['silent', 'waiting', 'wrong']) await say(tie, { stance: 'confirmed' })
    expect(await offered()).toEqual(['confirmed'])
  })

  it('do not tell the public who was asked and has not answered', async () => {
    const before = await testApp.get(page())
    await ask('silent')
    const after = await testApp.get(page())
    expect(after.body).toBe(before.body)
  })

  it('move on the kept page when a party speaks', async () => {
    expect(await listed('?confirmation=claimed')).toEqual(['silent', 'waiting'])
    await say('silent', { stance: 'confirmed' })
    expect(await listed('?confirmation=claimed')).toEqual(['waiting'])
    expect(await listed('?confirmation=confirmed')).toEqual(['agreed', 'silent'])
  })

  it('are refused by the API for anything else', async () => {
    const answer = await testApp.get(`/api/v1/networks/${slug}/cooperations?confirmation=perhaps`)
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/confirmation/0'])
  })
})
