import { beforeAll, describe, expect, test } from 'vitest'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { gatherFrom, letterGround } from '../../../../test/support/letter-ground.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import type { NewEvent } from '../events/commands.ts'

const since = '2026-10-01T09:00:00Z'
const afterSince = '2026-10-20T09:00:00Z'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp()
  return house.close
})

const build = (
  network: BuiltNetwork,
  title: string,
  given: Partial<NewEvent> = {},
  row: Parameters<typeof buildEvent>[4] = {},
) => buildEvent(house, network, title, given, row)

async function gather(network: BuiltNetwork, key: string, given: Parameters<typeof letterGround>[2] = {}) {
  return gatherFrom(house, `agenda.${key}`, letterGround(house, network, { since, ...given }))
}
const titles = async (network: BuiltNetwork, key: string, given?: Parameters<typeof letterGround>[2]) =>
  (await gather(network, key, given)).map(({ title }) => title.fr?.text)

describe('nothing is told that anybody may not read', () => {
  test.each(['comingUp', 'backFrom', 'proposals'])('by agenda.%s, whoever makes the letter', async (key) => {
    const network = await buildNetwork(house.context)
    const other = await buildNetwork(house.context)
    const given: Partial<NewEvent> = key === 'backFrom' ? { when: '2026-10-20', state: 'past' } : {}
    const credit = key === 'proposals' ? { credit: JSON.stringify(original('L’ambassade')) } : {}
    const shown = { ...credit, published_at: afterSince }
    await build(network, 'Public', given, shown)
    await build(network, 'Réseau', given, { ...shown, visibility: 'network' })
    await build(network, 'Hôtes', given, { ...shown, visibility: 'hosts' })
    await build(network, 'Retiré', given, { ...shown, published_at: null })
    await build(network, 'Connu plus tard', { ...given, knownOn: '2026-11-03' }, shown)
    await build(other, 'Ailleurs', given, shown)
    expect(await titles(network, key, { actor: { kind: 'operator' } })).toEqual(['Public'])
    expect(await titles(network, key, { actor: { kind: 'operator' }, today: '2026-11-03' })).toContain(
      'Connu plus tard',
    )
  })
})

describe('however much there is to tell', () => {
  test.each(['comingUp', 'backFrom', 'proposals', 'seatsOpen', 'commitmentsOpen'])(
    'agenda.%s asks as often for three as for one',
    async (key) => {
      const network = await buildNetwork(house.context)
      const given: Partial<NewEvent> = key === 'backFrom' ? { when: '2026-10-20', state: 'past' } : {}
      const columns = { credit: JSON.stringify(original('L’ambassade')), published_at: afterSince }
      const add = async () => {
        const id = await build(
          network,
          'Mission',
          { ...given, kind: 'mission' },
          key === 'proposals' ? columns : {},
        )
        if (key === 'seatsOpen') await offerSeats(id)
        if (key === 'commitmentsOpen') await askCommitments(id)
      }
      const count = () =>
        house.countQueries(async () => expect((await gather(network, key)).length).toBeGreaterThan(0))
      await add()
      const one = await count()
      await add()
      await add()
      expect((await gather(network, key)).length).toBe(3)
      expect(await count()).toBe(one)
      expect(one).toBeLessThanOrEqual(3)
    },
  )

  test('the thirty most important items are told: what has changed, then the soonest', async () => {
    const network = await buildNetwork(house.context)
    for (let day = 1; day <= 30; day++)
      await build(network, `Jour ${day}`, { when: `2026-12-${String(day).padStart(2, '0')}` })
    await build(network, 'Déplacé', { when: '2027-08-01' }, { moved_at: afterSince, moved_by: 'operator' })
    const told = await titles(network, 'comingUp')
    expect([told.length, told[0], told.at(-2), told.at(-1)]).toEqual([30, 'Jour 1', 'Jour 29', 'Déplacé'])
  })
})

async function offerSeats(eventId: string) {
  const { database } = house.context
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
  await house.context.database
    .insertInto('agenda_critical_mass')
    .values({ event_id: eventId, until: '2026-11-20', below: 'cancelled' })
    .execute()
}
