import { beforeAll, describe, expect, test } from 'vitest'
import type { LetterItem } from '../../src/platform/letters/letter-source.ts'
import { gatherFrom, leftOutFrom, letterFixture, readItem } from '../support/letter-fixture.ts'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { reckonedMs } from '../support/thread-time.ts'

let testApp: TestApp
let network: { id: string; slug: string }
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { network_id: id } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  network = { id, slug: 'france-coree' }
  return testApp.close
})

const fixture = (given: Parameters<typeof letterFixture>[2] = {}) =>
  letterFixture(testApp, network, { today: '2017-07-08', ...given })
const paths = async (key: string, given?: Parameters<typeof letterFixture>[2]) =>
  (await gatherFrom(testApp, key, fixture(given))).map(({ path }) => path?.split('/').at(-1))

describe('the first letter, made on 8 July 2017', () => {
  test('announces what the members said in Tours of the months ahead', async () => {
    expect(await paths('agenda.comingUp')).toEqual([
      'lille-daegu-startups-2017',
      'paris-maire-coree-2017',
      'guro-jump-guro-2017',
      'nantes-franco-japonais-2017',
      'normandie-president-incheon-2017',
      'groupe-rencontres-2017',
      'la-rochelle-grand-pavois-2018',
      'normandie-paix-2018',
    ])
  })

  test('tells what there was since April, from the meeting of Tours on back', async () => {
    expect(await paths('agenda.backFrom')).toEqual([
      'groupe-reunion-tours-2017',
      'paris-delegation-seoul-2017',
      'normandie-ceremonie-2017',
      'lille-daegu-accueil-2017',
      'normandie-incheon-mai-2017',
      'icheon-festival-ceramique-2017',
    ])
  })

  test('tells the one decision of Tours with its day, then the fourteen proposals, wishes and needs', async () => {
    const items = await gatherFrom(testApp, 'minutes.decisions', fixture())
    expect(items.length).toBe(1 + 15)
    expect(readItem(items[0] ?? fail())).toBe(
      'Réunion du groupe-pays à Tours | ven. 7 juil. 2017, 10:00–17:00 Paris | ven. 7 juil. 2017, 17:00–00:00 (+1 j) Séoul | Hôtel de ville, Tours',
    )
    expect(readItem(items[1] ?? fail())).toBe(
      'Tenir un temps Corée aux Rencontres de l’internationalisation, les 9 et 10 octobre 2017 | Décidé · Le groupe-pays · échéance : 9–10 octobre 2017',
    )
    expect(items.slice(2).every((item) => !readItem(item).includes('Décidé'))).toBe(true)
  })

  test('keeps the ten years of Nantes and Suncheon, and calls no cooperation new', async () => {
    const anniversaries = await gatherFrom(testApp, 'registry.anniversaries', fixture())
    expect(anniversaries.map((item) => readItem(item))).toEqual([
      'Début de la coopération Nantes Métropole – Suncheon | 10 ans · 2017',
    ])
    expect(anniversaries[0]?.title.ko?.text).toBe('순천 – 낭트 메트로폴 교류 시작')
    expect(await paths('registry.newTies')).toEqual([])
  })

  test('has neither open seats nor commitments nor proposals: nobody has offered any yet', async () => {
    for (const key of ['agenda.seatsOpen', 'agenda.commitmentsOpen', 'agenda.proposals'])
      expect(await paths(key), key).toEqual([])
  })
})

test('a letter after another of 6 July tells the eleven cooperations that Tours made known', async () => {
  const told = await paths('registry.newTies', { since: '2017-07-06T09:00:00Z' })
  expect(told.toSorted()).toEqual([
    'evian-muju',
    'grand-est-gyeongsangbuk',
    'ile-de-france-gyeonggi',
    'issy-les-moulineaux-guro',
    'la-rochelle-hwaseong',
    'lille-daegu',
    'limoges-icheon',
    'marseille-busan',
    'nantes-suncheon',
    'normandie-incheon',
    'paris-seoul',
  ])
})

test('a letter of autumn tells what is known to have been since July, and not what it told before', async () => {
  const autumn = { today: '2017-11-02', since: '2017-07-08T09:00:00Z' }
  // Became known on 11 July.
  expect(await paths('agenda.backFrom', autumn)).toEqual(['cuf-gaok-signature-2017'])
  // It is still unknown whether what was announced for autumn took place.
  expect(await leftOutFrom(testApp, 'agenda.backFrom', fixture(autumn))).toEqual([
    { kind: 'unconfirmed', count: 5, path: '/agenda?when=past&status=planned' },
  ])
  expect(await paths('minutes.decisions', autumn)).toEqual([])
})

test('nothing new is told twice on a day that stands still', async () => {
  const again = { since: testApp.clock.now().toString() }
  for (const key of ['agenda.backFrom', 'registry.newTies', 'minutes.decisions'])
    expect(await paths(key, again), key).toEqual([])
})

test('all of it in three languages takes less than a second', async () => {
  const items: LetterItem[] = []
  const gatherAll = async () => {
    items.length = 0
    for (const source of testApp.application.letterSources) items.push(...(await source.gather(fixture())))
  }
  await gatherAll()
  const took = await reckonedMs(gatherAll)
  console.info(`${items.length} items of a letter in three languages: ${took.toFixed(0)} ms`)
  expect(items.length).toBe(31)
  for (const { facts } of items) expect(facts.fr.length).toBe(facts.ko.length)
  expect(took).toBeLessThan(1000)
})

function fail(): never {
  throw new Error('Nothing is told')
}
