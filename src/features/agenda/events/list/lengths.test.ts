import { beforeAll, expect, test } from 'vitest'
import { buildEvent } from '../../../../../test/support/build-event.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { plainRecurrence } from '../../recurrence/schema.ts'
import { type EventFilter, readFilter } from './event-filter.ts'
import { countEvents, type EventSlice, listEvents } from './queries.ts'

let testApp: TestApp
let network: BuiltNetwork
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  return testApp.close
})

// The index of long events begins with 32 days between the first and the last.
const dates = [
  '2026-11-01',
  '2026-11-26',
  '2026-10-26/2026-11-26',
  '2026-10-25/2026-11-26',
  '2026-10-26/2026-11-27',
  '2025-12-01/2026-12-31',
  '2026',
  '2027',
  '2026-11',
  '2026-11-01/..',
  '../2026-11-27',
  '2029-02-03',
  null,
]

const titles = async (asked: Partial<EventFilter>, slice: Partial<EventSlice> = {}) => {
  const found = await listEvents(
    testApp.context,
    network.id,
    { ...readFilter({}), ...asked },
    { limit: 100, ...slice },
  )
  return found.map(({ title, occursOn }) => `${title.fr?.text}${occursOn ? ` ${occursOn}` : ''}`)
}

test('a period finds all that falls in it, however long it lasts, each once', async () => {
  for (const when of dates) await buildEvent(testApp, network, String(when), { when })
  const { rows } = await readRows()
  const dayAt = (index: number) => Temporal.PlainDate.from('2026-10-01').add({ days: index }).toString()
  for (const index of [0, 24, 25, 26, 30, 31, 32, 55, 56, 57, 58, 88])
    for (const [from, to] of [0, 5, 1200].map((length) => [dayAt(index), dayAt(index + length)] as const)) {
      const wanted = rows.filter(
        ({ starts_on: first, ends_on: last }) =>
          first !== null && last !== null && last >= from && first <= to,
      )
      const found = await titles({ span: 'all', from, to })
      expect(found.toSorted(), `${from}/${to}`).toEqual(wanted.map(({ title }) => title.fr?.text).toSorted())
    }
})

test('what is still to come has what has no date at its end, is counted and cut as one list', async () => {
  const coming = await titles({ span: 'coming' })
  expect(coming.at(-1)).toBe('null')
  const { rows } = await readRows()
  const today = testApp.context.today
  expect(coming).toHaveLength(rows.filter(({ ends_on }) => ends_on === null || ends_on >= today).length)
  const filter = { ...readFilter({}), span: 'coming' as const }
  expect(await countEvents(testApp.context, network.id, filter, 100)).toBe(coming.length)
  expect(await titles({ span: 'coming' }, { limit: 3, offset: 2 })).toEqual(coming.slice(2, 5))
  expect(await titles({ span: 'coming' }, { isReversed: true })).toEqual(
    [...coming.slice(0, -1)].toReversed().concat('null'),
  )
})

test('the first day that can be asked for is no limit to what is found', async () => {
  for (const from of ['1900', '1900-01', '1900-01-01']) {
    const answer = await testApp.get(`/fr/${network.slug}/agenda?from=${from}`)
    expect([answer.statusCode, answer.body.includes('2029-02-03')], from).toEqual([200, true])
  }
})

test('a series of long dates is found on each of them', async () => {
  const recurrence = JSON.stringify({ ...plainRecurrence, unit: 'year', interval: 1, count: 3 })
  await buildEvent(testApp, network, 'série', { when: '2026-01-10/2026-04-10' }, { recurrence })
  expect(await titles({ span: 'all', from: '2027-04-10', to: '2027-04-10' })).toContain('série 2027-01-10')
  expect(await titles({ span: 'all', from: '2027-04-11', to: '2027-12-10' })).not.toContain(
    'série 2027-01-10',
  )
})

async function readRows() {
  const rows = await testApp.context.database
    .selectFrom('agenda_event')
    .select(['title', 'starts_on', 'ends_on'])
    .where('network_id', '=', network.id)
    .where('recurrence', 'is', null)
    .execute()
  return { rows }
}
