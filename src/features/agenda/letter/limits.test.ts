import { beforeAll, describe, expect, test } from 'vitest'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { gatherFrom, leftOutFrom, letterFixture } from '../../../../test/support/letter-fixture.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import type { NewEvent } from '../events/commands.ts'

const since = '2026-10-01T09:00:00Z'
const afterSince = '2026-10-20T09:00:00Z'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
  return testApp.close
})

async function gather(network: BuiltNetwork, key: string, given: Parameters<typeof letterFixture>[2] = {}) {
  return gatherFrom(testApp, `agenda.${key}`, letterFixture(testApp, network, { since, ...given }))
}
const titles = async (network: BuiltNetwork, key: string, given?: Parameters<typeof letterFixture>[2]) =>
  (await gather(network, key, given)).map(({ title }) => title.fr?.text)

const keys = ['comingUp', 'backFrom', 'proposals', 'seatsOpen', 'commitmentsOpen']

/** An event from a source, unless it may not be read. */
async function buildTold(
  network: BuiltNetwork,
  key: string,
  given: Partial<NewEvent> = {},
  row: Parameters<typeof buildEvent>[4] = {},
) {
  const over = key === 'backFrom' ? ({ when: '2026-10-20', state: 'past', firmness: null } as const) : {}
  const credit = key === 'proposals' ? { credit: JSON.stringify(original('L’ambassade')) } : {}
  const id = await buildEvent(
    testApp,
    network,
    given.slug ?? 'Mission',
    { kind: 'mission', ...over, ...given },
    { ...credit, published_at: afterSince, ...row },
  )
  if (key === 'seatsOpen') await offerSeats(id)
  if (key === 'commitmentsOpen') await askCommitments(id)
}

describe('nothing is told that anybody may not read', () => {
  test.each(keys)('by agenda.%s, whoever makes the letter', async (key) => {
    const network = await buildNetwork(testApp.context)
    const other = await buildNetwork(testApp.context)
    await buildTold(network, key, { slug: 'public' })
    await buildTold(network, key, { slug: 'network' }, { visibility: 'network' })
    await buildTold(network, key, { slug: 'hosts' }, { visibility: 'hosts' })
    await buildTold(network, key, { slug: 'withdrawn' }, { published_at: null })
    await buildTold(network, key, { slug: 'later', knownOn: '2026-11-03' })
    await buildTold(other, key, { slug: 'elsewhere' })
    const actor = { kind: 'operator' } as const
    expect(await titles(network, key, { actor })).toEqual(['public'])
    expect(await titles(network, key, { actor, today: '2026-11-03' })).toEqual(
      expect.arrayContaining(['public', 'later']),
    )
  })
})

test('an event that needs commitments says until when', async () => {
  const network = await buildNetwork(testApp.context)
  await buildTold(network, 'commitmentsOpen')
  const [item] = await gather(network, 'commitmentsOpen')
  expect(item?.facts.fr[0]).toBe('Engagement attendu jusqu’au 20 novembre 2026')
  expect(item?.facts.ko[0]).toBe('참가 확약 기한: 2026년 11월 20일')
})

describe('however much there is to tell', () => {
  test.each(keys)('agenda.%s asks as often for three as for one', async (key) => {
    const network = await buildNetwork(testApp.context)
    const count = (told: number) =>
      testApp.countQueries(async () => expect((await gather(network, key)).length).toBe(told))
    await buildTold(network, key)
    const one = await count(1)
    await buildTold(network, key)
    await buildTold(network, key)
    expect(await count(3)).toBe(one)
    expect(one).toBeLessThanOrEqual(3)
  })

  test('the thirty most important items are told: what has changed, then the soonest', async () => {
    const network = await buildNetwork(testApp.context)
    for (let day = 1; day <= 30; day++)
      await buildEvent(testApp, network, `Jour ${day}`, { when: `2026-12-${String(day).padStart(2, '0')}` })
    await buildEvent(
      testApp,
      network,
      'Déplacé',
      { when: '2027-08-01' },
      { moved_at: afterSince, moved_by: 'operator' },
    )
    const told = await titles(network, 'comingUp')
    expect([told.length, told[0], told.at(-2), told.at(-1)]).toEqual([30, 'Jour 1', 'Jour 29', 'Déplacé'])
    await buildEvent(testApp, network, 'Hors de vue', { when: '2026-12-01' }, { visibility: 'hosts' })
    const fixture = letterFixture(testApp, network, { since })
    expect(await leftOutFrom(testApp, 'agenda.comingUp', fixture)).toEqual([
      { kind: 'more', count: 1, path: '/agenda' },
    ])
  })

  test.each(keys)(
    'agenda.%s says how many more there are than thirty, and says nothing before',
    async (key) => {
      const network = await buildNetwork(testApp.context)
      const left = () => leftOutFrom(testApp, `agenda.${key}`, letterFixture(testApp, network, { since }))
      for (let number = 0; number < 30; number++) await buildTold(network, key)
      expect(await left()).toEqual([])
      await buildTold(network, key)
      await buildTold(network, key)
      expect(await left()).toEqual([{ kind: 'more', count: 2, path: expect.stringMatching(/^\/agenda/) }])
    },
  )
})

async function offerSeats(eventId: string) {
  const { database } = testApp.context
  await database.insertInto('agenda_mission').values({ event_id: eventId }).execute()
  await database
    .insertInto('agenda_mission_seats')
    .values({
      seats_id: crypto.randomUUID(),
      event_id: eventId,
      count: 2,
      for_whom: '{}',
      until: '2026-11-20',
      position: 0,
    })
    .execute()
}

async function askCommitments(eventId: string) {
  await testApp.context.database
    .insertInto('agenda_critical_mass')
    .values({ event_id: eventId, until: '2026-11-20', below: 'cancelled' })
    .execute()
}
