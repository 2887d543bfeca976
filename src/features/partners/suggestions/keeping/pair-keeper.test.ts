import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { bareProfile, type Profile } from '../profile.ts'
import { PairKeeper } from './pair-keeper.ts'

const city = (id: string, country: string, population: number): Profile =>
  bareProfile({ id, country, population, latitude: 40, longitude: 0 })
const profiles = [
  city('a', 'FR', 1000),
  city('b', 'FR', 90_000),
  city('x', 'KR', 80_000),
  city('y', 'KR', 1200),
]

test('a thread measures the pairs of two countries, and again what changed alone', async () => {
  const keeper = new PairKeeper('FR')
  try {
    keeper.take(profiles)
    expect(keeper.state.isReady).toBe(false)
    expect((await keeper.best(2)).map(({ own, other }) => `${own}${other}`).toSorted()).toEqual(['ay', 'bx'])
    const grown = profiles.map((profile) =>
      profile.id === 'a' ? { ...profile, population: 80_000 } : profile,
    )
    keeper.take(grown)
    const [first] = await keeper.best(1)
    expect(first).toMatchObject({ own: 'a', other: 'x' })
    keeper.take([...grown, city('z', 'KR', 80_000)])
    expect((await keeper.best(9, ['a', 'z'])).map(({ own, other }) => `${own}${other}`)).toEqual(['az'])
  } finally {
    await keeper.close()
  }
})

let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('organisations/tours')
})
afterAll(() => record.close())

test('the secretariat waits for the best pairs of the group and then sees them', async () => {
  const page = '/fr/france-coree/partners/suggestions/pairs'
  expect((await record.member.get(page)).statusCode).toBe(404)
  const first = await record.coordinator.get(page)
  expect(first.headers.refresh).toBe('2')
  expect(pageWords(first.body)).toContain('Calcul en cours')
  await expect
    .poll(async () => (await record.coordinator.get(page)).body, { timeout: 60_000, interval: 300 })
    .toContain('class="pair"')
  const { body, headers } = await record.coordinator.get(`${page}?among=all`)
  expect(headers.refresh).toBeUndefined()
  expect(body.match(/class="pair"/g)).toHaveLength(50)
})
