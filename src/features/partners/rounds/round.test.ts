import { expect, test } from 'vitest'
import { groupWishes, matchWishes, type RoundRow, type RoundWish, silentRows } from './round.ts'

const row = (slug: string, country: string, wishes: Partial<RoundWish>[], hasPassed = false): RoundRow => ({
  organisation: { id: slug, slug, country, kind: 'commune', name: {}, shortName: {}, codes: {} },
  hasPassed,
  wishes: wishes.map((wish, index) => ({
    id: `${slug}-${index}`,
    organisationId: slug,
    kind: 'search',
    text: {},
    themes: [],
    commitments: [],
    ...wish,
  })),
})
const rows = [
  row('tours', 'FR', [{ themes: ['tourism', 'culture'] }]),
  row('lyon', 'FR', [{ themes: ['tourism'], kind: 'offer' }]),
  row('taean', 'KR', [{ themes: ['tourism', 'culture'] }]),
  row('sejong', 'KR', [{ themes: ['tourism'], kind: 'offer' }, { themes: [] }]),
  row('daegu', 'KR', []),
  row('busan', 'KR', [], true),
]

test('whoever has neither wished nor passed is silent', () => {
  expect(silentRows(rows).map(({ organisation }) => organisation.slug)).toEqual(['daegu'])
})

test('wishes stand under each of their themes, the theme that most share first, those without one last', () => {
  expect(groupWishes(rows).map(({ theme, wishes }) => [theme, wishes.map(({ wish }) => wish.id)])).toEqual([
    ['tourism', ['tours-0', 'lyon-0', 'taean-0', 'sejong-0']],
    ['culture', ['tours-0', 'taean-0']],
    [null, ['sejong-1']],
  ])
})

test('wishes of two countries meet: what is offered first, never two offers, never two of one country', () => {
  expect(
    matchWishes(rows).map(({ one, other, isOffered }) => [one.wish.id, other.wish.id, isOffered]),
  ).toEqual([
    ['tours-0', 'sejong-0', true],
    ['lyon-0', 'taean-0', true],
    ['tours-0', 'taean-0', false],
  ])
})
