import { expect, test } from 'vitest'
import { suggestFor } from './asked-for.ts'
import { bareProfile, type Profile } from './profile.ts'
import { tabulate } from './profile-table.ts'
import { makeRanker } from './rank.ts'

const fixture = { kind: 'wish', id: 'w' } as const
const use = (theme: 'ageing' | 'tourism') => ({ theme, ground: fixture })
const city = (id: string, country: string, given: Partial<Profile> = {}) =>
  bareProfile({ id, country, population: 100_000, latitude: 40, longitude: 0, ...given })

const ranker = makeRanker(
  tabulate([
    city('asker', 'KR', { seeks: [use('tourism')] }),
    city('tourist', 'FR', { offers: [use('tourism')] }),
    city('carer', 'FR', { practises: [use('ageing')] }),
    city('outsider', 'FR', { offers: [use('ageing')] }),
  ]),
)

test('for one wish, its themes count and not what its author seeks otherwise, among members alone', () => {
  const asked = {
    organisationId: 'asker',
    country: 'KR',
    kind: 'search',
    themes: ['ageing'],
    ground: fixture,
  } as const
  const found = suggestFor(ranker, asked, { among: new Set(['tourist', 'carer']), limit: 5 })
  expect(found?.best.map(({ id }) => id)).toEqual(['carer', 'tourist'])
  expect(found?.best[0]?.explanation.reasons[0]).toMatchObject({
    says: 'theyHaveWhatYouSeek',
    themes: ['ageing'],
  })
})

test('a body that is no authority asks too', () => {
  const asked = {
    organisationId: 'embassy',
    country: 'KR',
    kind: 'search',
    themes: ['ageing'],
    ground: fixture,
  } as const
  const found = suggestFor(ranker, asked, { among: new Set(['tourist', 'outsider']), limit: 5 })
  expect(found?.best[0]?.id).toBe('outsider')
})
