import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let group: string
let coordinator: Program
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  group = `/networks/${network.slug}`
  await buildCooperation(testApp.context, network.id, { slug: 'tie' })
  coordinator = await openProgram(testApp, { networkId: network.id })
})
afterAll(() => testApp.close())

const suggestion = (words: string) => ({ record: { kind: 'cooperation', slug: 'tie' }, words })

test('a member sees of the queue what they suggested, and a reader without a role in it nothing', async () => {
  const reader = await openProgram(testApp, { networkId: network.id, role: 'reader' })
  expect((await reader.get(`${group}/suggestions`)).json().items).toEqual([])
  await coordinator.send('POST', `${group}/suggestions`, suggestion('Somebody else’s secret words.'))
  expect((await reader.get(`${group}/suggestions`)).body).not.toContain('secret words')
  const sent = await reader.send('POST', `${group}/suggestions`, suggestion('The year is wrong, I think.'))
  expect([sent.statusCode, sent.headers.location]).toEqual([201, sent.json().url])
  const own = (await reader.get(`${group}/suggestions`)).json()
  expect(own).toMatchObject({ total: 1, next: null })
  expect(own.items[0]).toMatchObject({
    id: sent.json().id,
    record: { kind: 'cooperation', slug: 'tie' },
    words: 'The year is wrong, I think.',
    has_document: false,
  })
  const all = (await coordinator.get(`${group}/suggestions?limit=1`)).json()
  expect(all.items).toHaveLength(1)
  const next = await coordinator.get(all.next.replace(/^.*\/api\/v1/, ''))
  expect(next.json().items[0].id).not.toBe(all.items[0].id)
})

test('a suggestion of a record that is not there, or of no kind, says so', async () => {
  for (const [record, pointer] of [
    [{ kind: 'cooperation', slug: 'nowhere' }, '/record/slug'],
    [{ kind: 'kingdom', slug: 'tie' }, '/record/kind'],
  ] as const) {
    const answer = await coordinator.send('POST', `${group}/suggestions`, {
      record,
      words: 'It is wrong, surely.',
    })
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  }
})

test('one suggestion and many take the same number of statements', async () => {
  const program = coordinator
  const list = () => program.get(`${group}/suggestions`)
  await list()
  const few = await testApp.countQueries(list)
  for (let turn = 0; turn < 5; turn++)
    await program.send('POST', `${group}/suggestions`, suggestion(`Wrong for the ${turn}th time.`))
  // The network is read again after a change.
  await list()
  expect(await testApp.countQueries(list)).toBe(few)
})
