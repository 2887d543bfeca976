import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'

let testApp: TestApp
let program: Program
let path: string
beforeAll(async () => {
  testApp = await openTestApp()
  const { id, slug } = await buildNetwork(testApp.context)
  const summary = { fr: { text: 'Un jumelage.', state: 'original' as const } }
  await buildCooperation(testApp.context, id, { slug: 'tie', summary })
  program = await openProgram(testApp, { networkId: id })
  path = `/networks/${slug}/cooperations/tie/document`
})
afterAll(() => testApp.close())

const because = 'Convention of 12 March, article 2'
const first = { 'if-match': '"v1"' }
const read = async () => (await program.get(path)).json()
const pointers = (answer: { json(): { errors?: { pointer: string }[] } }) =>
  answer.json().errors?.map(({ pointer }) => pointer)

describe('what a client may not set', () => {
  test.each([
    ['version', { document: {}, version: 7 }, '/version'],
    ['an id of the record', { document: { id: '0191' } }, '/document/id'],
    ['its address', { document: { slug: 'paris-seoul' } }, '/document/slug'],
    ['its network', { document: { network_id: '0191' } }, '/document/network_id'],
    ['its confirmation', { document: { confirmation: 'confirmed' } }, '/document/confirmation'],
    ['its evidence', { document: { evidence: [] } }, '/document/evidence'],
    ['who changed it', { document: {}, person_id: '0191' }, '/person_id'],
    [
      'the prototype',
      '{"document":{"__proto__":{"since":"1999"}},"reason":"because"}',
      '/document/__proto__',
    ],
    [
      'the id of a new entry',
      { document: { agreements: [{ id: '0191b1f0-0000-7000-8000-000000000000', kind: 'mou' }] } },
      '/document/agreements/0/id',
    ],
    [
      'a party that does not exist',
      { document: { parties: [{ slug: 'atlantis' }] } },
      '/document/parties/0/slug',
    ],
    ['no party', { document: { parties: [] } }, '/document/parties'],
    [
      'one party twice',
      { document: { actors: [{ slug: 'seoul' }, { slug: 'seoul' }] } },
      '/document/actors/1/slug',
    ],
    ['an unknown code', { document: { themes: ['war'] } }, '/document/themes/0'],
    ['a date that is none', { document: { since: 'yesterday' } }, '/document/since'],
    ['a start to come', { document: { since: '2099' } }, '/document/since'],
    [
      'a language that is none',
      { document: { summary: { français: { text: 'x' } } } },
      '/document/summary/français',
    ],
    ['another group’s language', { document: { summary: { de: { text: 'x' } } } }, '/document/summary/de'],
    ['an empty text', { document: { summary: { fr: { text: ' ' } } } }, '/document/summary/fr/text'],
    [
      'a state that is none',
      { document: { summary: { fr: { state: 'holy' } } } },
      '/document/summary/fr/state',
    ],
    ['no reason', { document: {}, reason: ' ' }, '/reason'],
    ['a document that is a list', { document: [] }, '/document'],
    ['a huge list', { document: { notes: Array.from({ length: 5000 }, () => ({})) } }, '/document/notes'],
    ['a null character', { document: { since: '\0' } }, '/document/since'],
    ['half a character', '{"document":{"since":"\\ud800"},"reason":"because"}', '/document/since'],
  ])('%s', async (_what, body, pointer) => {
    const whole = typeof body === 'string' ? body : { reason: because, ...body }
    const answer = await program.send('PATCH', path, whole, first)
    expect([answer.statusCode, pointers(answer)]).toEqual([422, [pointer]])
    expect((await read()).version).toBe(1)
  })

  test('a whole document with a field less', async () => {
    const { notes: _, ...document } = (await read()).document
    const answer = await program.send('PUT', path, { document, reason: because }, first)
    expect([answer.statusCode, pointers(answer)]).toEqual([422, ['/document/notes']])
  })
})
