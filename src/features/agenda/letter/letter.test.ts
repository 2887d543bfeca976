import { beforeAll, describe, expect, test } from 'vitest'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { gatherFrom, leftOutFrom, letterFixture, readItem } from '../../../../test/support/letter-fixture.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import type { NewEvent } from '../events/commands.ts'
import { plainRecurrence } from '../recurrence/schema.ts'

const since = '2026-10-01T09:00:00Z'
const beforeSince = '2026-09-20T09:00:00Z'
const afterSince = '2026-10-20T09:00:00Z'

let testApp: TestApp
let limoges: string
let icheon: string
beforeAll(async () => {
  testApp = await openTestApp()
  limoges = (await findReference(testApp.context, 'limoges')).id
  icheon = (await findReference(testApp.context, 'icheon')).id
  return testApp.close
})

const build = (
  network: BuiltNetwork,
  title: string,
  given: Partial<NewEvent> = {},
  row: Parameters<typeof buildEvent>[4] = {},
) => buildEvent(testApp, network, title, given, row)

async function gather(network: BuiltNetwork, key: string, given: Parameters<typeof letterFixture>[2] = {}) {
  return gatherFrom(testApp, `agenda.${key}`, letterFixture(testApp, network, { since, ...given }))
}
const titles = async (network: BuiltNetwork, key: string, given?: Parameters<typeof letterFixture>[2]) =>
  (await gather(network, key, given)).map(({ title }) => title.fr?.text)

describe('what is coming up', () => {
  test('is told on both clocks with the next day marked, where and with whom, in three languages', async () => {
    const network = await buildNetwork(testApp.context)
    await build(network, 'Dîner des villes', {
      placeId: limoges,
      organisations: [
        { organisationId: limoges, role: 'host' },
        { organisationId: icheon, role: 'participant' },
      ],
      hours: {
        startsAt: Temporal.Instant.from('2026-12-02T14:00:00Z'),
        endsAt: Temporal.Instant.from('2026-12-02T16:00:00Z'),
        zone: 'Europe/Paris',
      },
    })
    const [item] = await gather(network, 'comingUp')
    if (!item) throw new Error('Nothing is told')
    expect(readItem(item)).toBe(
      'Dîner des villes | mer. 2 déc. 2026, 15:00–17:00 Paris | mer. 2 déc. 2026, 23:00–01:00 (+1 j) Séoul | Limoges | Organisation : Limoges · Avec : Icheon',
    )
    expect(readItem(item, 'ko')).toContain('2026년 12월 2일 (수), 23:00–01:00 (+1일) 서울')
    expect(readItem(item, 'en')).toContain('(+1 d) Seoul | Limoges | Organised by Limoges · With: Icheon')
    expect(item).toMatchObject({
      path: expect.stringMatching(/^\/agenda\/event-/),
      organisationIds: [limoges, icheon],
    })
  })

  test('stands in the order of its days, up to six months ahead, what has no day with it', async () => {
    const network = await buildNetwork(testApp.context)
    await build(network, 'En 2028', { when: '2028' })
    await build(network, 'Au printemps', { when: '2027-04' })
    await build(network, 'En 2026', { when: '2026' })
    await build(network, 'Aujourd’hui', { when: '2026-11-02' })
    await build(network, 'Commencé hier', { when: '2026-11-01/2026-11-20' })
    await build(network, 'Un jour', { when: null })
    await build(network, 'Un jour aussi', { when: null, knownOn: '2026-10-15' })
    expect(await titles(network, 'comingUp')).toEqual([
      'En 2026',
      'Aujourd’hui',
      'Au printemps',
      'Un jour aussi',
    ])
  })

  test('says what was moved or called off since the letter before, however far it is', async () => {
    const network = await buildNetwork(testApp.context)
    const moved = { previous_happens: '2026-12-09', moved_at: afterSince, moved_by: 'operator' }
    const cancelled = { cancelled_at: afterSince, cancelled_by: 'operator' }
    await build(network, 'Forum', { when: '2027-09-15' }, moved)
    await build(network, 'Salon', { state: 'cancelled', firmness: null }, cancelled)
    const old = { ...cancelled, cancelled_at: beforeSince }
    await build(network, 'Annulé avant', { state: 'cancelled', firmness: null }, old)
    await build(network, 'Lointain', { when: '2027-09-16' })
    const items = await gather(network, 'comingUp')
    expect(items.map((item) => readItem(item))).toEqual([
      expect.stringMatching(/^Annulé : Salon \| 2 décembre 2026 \| Cet événement est annulé\./),
      expect.stringMatching(
        /^Forum \| 15 septembre 2027 \| La date a changé\. Auparavant : 9 décembre 2026\./,
      ),
    ])
  })

  test('tells of what comes back once, by its next date', async () => {
    const network = await buildNetwork(testApp.context)
    const recurrence = JSON.stringify({ ...plainRecurrence, unit: 'week', until: '2027-10-01' })
    await build(network, 'Café franco-coréen', { when: '2026-10-05' }, { recurrence })
    await build(network, 'Demain', { when: '2026-11-03' })
    const [first, second, ...others] = await gather(network, 'comingUp')
    expect([first?.title.fr?.text, others]).toEqual(['Café franco-coréen', []])
    expect(first?.facts.fr.join(' | ')).toMatch(/^Chaque semaine.*\| 2 novembre 2026/)
    expect(second?.title.fr?.text).toBe('Demain')
  })
})

describe('what others proposed', () => {
  test('is told with its credit while it is new, and not a second time among what comes', async () => {
    const network = await buildNetwork(testApp.context)
    const credit = { credit: JSON.stringify(original('Institut français de Corée')) }
    await build(network, 'Semaine du cinéma', {}, { ...credit, published_at: afterSince })
    await build(network, 'Proposé avant', {}, credit)
    const [item, ...others] = await gather(network, 'proposals')
    expect([item?.credit.fr?.text, others]).toEqual(['Institut français de Corée', []])
    expect(await titles(network, 'comingUp')).toEqual(['Proposé avant'])
  })
})

describe('what one is back from', () => {
  test('ended since the letter before or became known since; the latest comes first', async () => {
    const network = await buildNetwork(testApp.context)
    const past = (when: string) => ({ when, state: 'past' as const, firmness: null })
    await build(network, 'Septembre', past('2026-09-20'))
    await build(network, 'Octobre', past('2026-10-10'))
    await build(network, 'Hier', { when: '2026-11-01' })
    await build(network, 'Une idée', { when: '2026-10-11', firmness: 'idea' })
    await build(network, 'Aujourd’hui', { when: '2026-11-02' })
    await build(network, 'Depuis 2014', past('2014/..'))
    await build(network, 'Su depuis', { ...past('2026-09-10'), knownOn: '2026-10-15' })
    await build(network, 'Su depuis, vieux', { ...past('2019'), knownOn: '2026-10-15' })
    await build(network, 'Annulé', { when: '2026-10-12', state: 'cancelled', firmness: null })
    expect(await titles(network, 'backFrom')).toEqual(['Octobre', 'Su depuis'])
  })

  test('is none of what was planned and has passed before somebody says that it took place: editors are told how many', async () => {
    const network = await buildNetwork(testApp.context)
    const kind = 'mission' as const
    await build(network, 'Sans nouvelles', { kind, when: '2026-10-10' })
    const debriefed = await build(network, 'Avec bilan', { kind, when: '2026-10-12' })
    await build(network, 'Une idée', { when: '2026-10-11', firmness: 'idea' })
    await build(network, 'À venir', { when: '2026-12-10' })
    await build(network, 'Cachée', { when: '2026-10-10' }, { visibility: 'hosts' })
    const { database } = testApp.context
    await database
      .insertInto('agenda_mission')
      .values({ event_id: debriefed, debriefed_at: afterSince, debriefed_by: 'operator' })
      .execute()
    expect(await titles(network, 'backFrom')).toEqual(['Avec bilan'])
    const fixture = letterFixture(testApp, network, { since })
    expect(await leftOutFrom(testApp, 'agenda.backFrom', fixture)).toEqual([
      { kind: 'unconfirmed', count: 1, path: '/agenda?when=past&status=planned' },
    ])
    const { slug } = network
    const list = await testApp.get(`/fr/${slug}/agenda?when=past&status=planned`)
    expect(list.body).toContain('Sans nouvelles')
  })

  test('is told by three months the first time, without what only became known', async () => {
    const network = await buildNetwork(testApp.context)
    await build(network, 'Août', { when: '2026-08-10', state: 'past', firmness: null })
    await build(network, 'Juillet', { when: '2026-07-10', state: 'past', firmness: null })
    const first = letterFixture(testApp, network)
    const told = await gatherFrom(testApp, 'agenda.backFrom', first)
    expect(told.map(({ title }) => title.fr?.text)).toEqual(['Août'])
  })
})
