import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { endRolesOf, openProgram, type Program } from '../../../../test/support/program.ts'
import type { OrganisationRef } from '../../directory/index.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let program: Program
let tie: string
let path: string
let parties: OrganisationRef[]
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  program = await openProgram(testApp, { networkId: network.id })
})
afterAll(() => testApp.close())

const summary = {
  fr: { text: 'Un jumelage.', state: 'original' as const },
  ko: { text: '자매결연.', state: 'reviewed' as const },
}
beforeEach(async () => {
  const built = await buildCooperation(testApp.context, network.id, { summary })
  tie = built.slug
  parties = built.parties
  path = `/networks/${network.slug}/cooperations/${tie}/document`
})

const because = 'Convention of 12 March, article 2'
const first = { 'if-match': '"v1"' }
const patch = (document: object, headers: Record<string, string> = first, by = program) =>
  by.send('PATCH', path, { document, reason: because }, headers)
const read = async () => (await program.get(path)).json()
const pointers = (answer: { json(): { errors?: { pointer: string }[] } }) =>
  answer.json().errors?.map(({ pointer }) => pointer)

describe('a change', () => {
  test('is published with its version, its source and its author', async () => {
    const { headers, ...before } = await program.get(path)
    expect([headers.etag, before.json().version]).toEqual(['"v1"', 1])
    const answer = await patch({ since: '2015-11', themes: ['culture'] })
    expect([answer.statusCode, answer.headers.etag, answer.headers['cache-control']]).toEqual([
      200,
      '"v2"',
      'no-store',
    ])
    expect(answer.json()).toMatchObject({ outcome: 'published', slug: tie, version: 2, suggestion: null })
    const state = await read()
    expect(state.document).toEqual({ ...before.json().document, since: '2015-11', themes: ['culture'] })
    expect(answer.json().document).toEqual(state.document)
    const record = (await testApp.get(`/api/v1/networks/${network.slug}/cooperations/${tie}`)).json()
    expect([record.since, record.themes]).toEqual(['2015-11', ['culture']])
    expect(record.evidence.map(({ field }: { field: string }) => field)).toContain('since')
    const page = (await testApp.get(`/en/${network.slug}/cooperations/${tie}/history/2`)).body
    expect(page).toContain(because)
  })

  test('of nothing changes nothing', async () => {
    const { document } = await read()
    const answer = await program.send('PUT', path, { document, reason: because }, first)
    expect([answer.statusCode, answer.json().outcome, answer.json().version]).toEqual([200, 'unchanged', 1])
    expect((await program.get(path.replace('document', 'versions'))).json().total).toBe(1)
  })

  test('of the original turns the other languages stale in the same request', async () => {
    const answer = await patch({ summary: { fr: { text: 'Un pacte d’amitié.' } } })
    expect(answer.json().document.summary).toEqual({
      fr: { text: 'Un pacte d’amitié.', state: 'original' },
      ko: { text: '자매결연.', state: 'stale' },
    })
    const reviewed = await patch({ summary: { ko: { state: 'reviewed' } } }, { 'if-match': '"v2"' })
    expect(reviewed.json().document.summary.ko.state).toBe('reviewed')
  })

  test('made by a machine says so, and no other language becomes the original by being called so', async () => {
    const machine = await patch({ summary: { en: { text: 'A twinning.', state: 'machine' } } })
    expect(machine.json().document.summary.en).toEqual({ text: 'A twinning.', state: 'machine' })
    const again = await patch({ summary: { en: { text: 'Twin towns.' } } }, { 'if-match': '"v2"' })
    expect(again.json().document.summary.en.state).toBe('machine')
    const usurped = await patch({ summary: { ko: { state: 'original' } } }, { 'if-match': '"v3"' })
    expect([usurped.statusCode, pointers(usurped)]).toEqual([422, ['/document/summary/ko/state']])
    expect((await read()).document.summary.fr.state).toBe('original')
  })

  test('gives new entries their ids and keeps those that are there', async () => {
    const [party] = parties
    const added = await patch({
      agreements: [
        { kind: 'twinning', parties: [{ slug: party?.slug }], steps: [{ state: 'signed', on: '2015' }] },
      ],
    })
    const [agreement] = added.json().document.agreements
    expect(agreement.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(agreement.steps).toEqual([{ id: expect.any(String), state: 'signed', on: '2015' }])
    const kept = await patch({ agreements: [{ ...agreement, kind: 'friendship' }] }, { 'if-match': '"v2"' })
    expect(kept.json().document.agreements).toEqual([{ ...agreement, kind: 'friendship' }])
    const gone = await patch({ agreements: null }, { 'if-match': '"v3"' })
    expect(gone.json().document.agreements).toEqual([])
  })

  test('that shows hostile words is drawn as words', async () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    expect((await patch({ summary: { fr: { text } } })).statusCode).toBe(200)
    for (const address of [`cooperations/${tie}`, `cooperations/${tie}/history/2`, 'activity']) {
      const { body } = await testApp.get(`/fr/${network.slug}/${address}`)
      expect([address, body.includes('<script>alert'), body.includes('<img src=x')]).toEqual([
        address,
        false,
        false,
      ])
    }
  })
})

describe('versions', () => {
  test('must be named, and the one that stands', async () => {
    expect((await patch({ since: '2015' }, {})).statusCode).toBe(428)
    expect((await patch({ since: '2015' }, { 'if-match': '*' })).statusCode).toBe(428)
    for (const tag of ['"v2"', 'v1', '"1"', 'W/"x"', '"v999999"'])
      expect([tag, (await patch({ since: '2015' }, { 'if-match': tag })).statusCode]).toEqual([tag, 412])
    expect((await read()).version).toBe(1)
    for (const tag of ['W/"v1"', '"v9", "v1"'])
      expect((await patch({ since: null }, { 'if-match': tag })).json().outcome).toBe('unchanged')
  })

  test('that were changed meanwhile are refused with what changed', async () => {
    await patch({ since: '2015', summary: { ko: { text: '우호협력.' } } })
    const late = await patch({ since: '2016' })
    expect([late.statusCode, late.json().type]).toEqual([412, '/problems/changedMeanwhile'])
    expect(pointers(late)?.sort()).toEqual(['/document/since', '/document/summary/ko/text'])
    expect((await read()).document.since).toBe('2015')
  })

  test('lose no change when two come at once', async () => {
    const answers = await Promise.all([patch({ since: '2001' }), patch({ since: '2002' })])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
    const won = answers.find(({ statusCode }) => statusCode === 200)?.json().document.since
    expect(await read()).toMatchObject({ version: 2, document: { since: won } })
  })

  test('can be read one by one, by name only for the people of the group', async () => {
    await patch({ since: '2015' })
    const versions = path.replace('document', 'versions')
    const list = (await program.get(versions)).json()
    expect(list.items.map(({ number }: { number: number }) => number)).toEqual([2, 1])
    expect(list.items[0]).toMatchObject({
      origin: 'edit',
      reason: because,
      author: expect.stringMatching(/^Person/),
    })
    const open = (await testApp.get(`/api/v1${versions}`)).json()
    expect(open.items[0].author).toBeNull()
    const one = (await program.get(`${versions}/2`)).json()
    expect([one.changed, one.document.since]).toEqual([['/document/since'], '2015'])
    expect((await program.get(`${versions}/1`)).json().document.since).toBeNull()
    for (const none of ['3', '0', 'x', '99999999'])
      expect((await program.get(`${versions}/${none}`)).statusCode).toBe(404)
  })
})

describe('who may not publish', () => {
  test.each(['member', 'contributor', 'reader'] as const)('suggests, as in a browser: %s', async (role) => {
    const other = await openProgram(testApp, { networkId: network.id, role })
    const answer = await patch({ since: '1999' }, first, other)
    expect(answer.statusCode).toBe(202)
    const { outcome, suggestion, version } = answer.json()
    expect([outcome, version, answer.headers.location]).toEqual(['suggested', 1, suggestion.url])
    expect((await read()).document.since).toBeNull()
    const page = await program.owner.get(new URL(suggestion.url).pathname)
    expect([page.statusCode, page.body.includes('1999')]).toEqual([200, true])
  })

  test('a member of a party publishes, and speaks for it', async () => {
    const ids = parties.map(({ id }) => id).slice(0, 1)
    const member = await openProgram(testApp, { networkId: network.id, role: 'member', organisationIds: ids })
    expect((await patch({ since: '2010' }, first, member)).statusCode).toBe(200)
    const list = (await member.get(path.replace('document', 'versions'))).json()
    expect(list.items[0].organisation.slug).toBe(parties[0]?.slug)
    const foreign = await member.send(
      'PATCH',
      path,
      { document: { since: '2011' }, reason: because, organisation: parties[1]?.slug },
      { 'if-match': '"v2"' },
    )
    expect([foreign.statusCode, pointers(foreign)]).toEqual([422, ['/organisation']])
  })

  test('a role that has ended is no role, from one call to the next', async () => {
    const member = await openProgram(testApp, { networkId: network.id, role: 'coordinator' })
    expect((await patch({ since: '2010' }, first, member)).statusCode).toBe(200)
    await endRolesOf(testApp, member.owner.personId)
    expect((await patch({ since: '2011' }, { 'if-match': '"v2"' }, member)).statusCode).toBe(403)
    expect((await read()).document.since).toBe('2010')
  })
})
