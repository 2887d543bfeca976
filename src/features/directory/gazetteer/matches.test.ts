import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { listOrganisations } from '../queries.ts'
import { listMatches } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const search = async (
  text: string,
  limit = 10,
  among: { country?: string; kind?: string; on?: string } = {},
) => {
  const answer = await listMatches(testApp.context, { text, limit, ...among })
  const records = await listOrganisations(
    testApp.context,
    answer.hits.map((hit) => hit.id),
  )
  const slugOf = new Map(records.map((record) => [record.id, record.slug]))
  return { ...answer, slugs: answer.hits.map((hit) => slugOf.get(hit.id)) }
}

describe('the search of the directory by name', () => {
  it.each([
    ['Incheon', 'incheon'],
    ['Icheon', 'icheon'],
    ['이천', 'icheon'],
    ['st etienne', 'saint-etienne'],
    ['ST-ÉTIENNE', 'saint-etienne'],
    ['Métropole de Nantes', 'nantes-metropole'],
    ['evian', 'evian-les-bains'],
    ['Pusan', 'busan'],
    ['Taegu', 'daegu'],
    ['부산광역시 서구', 'seo-gu-busan'],
  ])('answers %s with the one that is called so', async (text, slug) => {
    const { slugs, asksWhich, approximate } = await search(text)
    expect([slugs[0], asksWhich, approximate]).toEqual([slug, false, false])
  })

  it.each([['Myriang'], ['Miryang'], ['밀양']])('takes %s for one place', async (text) => {
    const { slugs, asksWhich } = await search(text)
    expect([slugs[0], asksWhich]).toEqual(['miryang', false])
  })

  it.each([['Gwangju'], ['Jeju'], ['Seo-gu'], ['Valence'], ['Alsace']])(
    'asks which %s is meant',
    async (text) => {
      expect((await search(text)).asksWhich).toBe(true)
    },
  )

  it.each([
    ['limgoes', 'limoges'],
    ['Sait-Etienne', 'saint-etienne'],
    ['Inceon', 'incheon'],
    ['Toulose', 'toulouse'],
    ['Gyeongi', 'gyeonggi'],
  ])('guesses that %s is misspelt', async (text, slug) => {
    const { slugs, approximate } = await search(text)
    expect([slugs[0], approximate]).toEqual([slug, true])
  })

  it('finds Korean names by their initial consonants, and says them in Hangul', async () => {
    const { hits, slugs } = await search('ㅅㅊ', 20)
    expect(slugs).toEqual(expect.arrayContaining(['suncheon', 'sacheon']))
    expect(hits[slugs.indexOf('suncheon')]?.found).toBe('순천')
  })

  it('keeps only what exists on a day, is of a country or of a kind', async () => {
    expect((await search('Alsace', 10, { on: '2015-06-01' })).slugs[0]).toBe('alsace')
    expect((await search('Valence', 10, { country: 'KR' })).slugs).toEqual([])
    expect((await search('Paris', 10, { kind: 'departement' })).slugs).not.toContain('paris')
  })

  it('guesses names of authorities alone, not those of schools and companies', async () => {
    await buildOrganisation(testApp.context, { kind: 'school', level: null, name: { fr: 'Xylophonia' } })
    expect((await search('Xylophonia')).hits).toHaveLength(1)
    expect((await search('Xylofonia')).hits).toEqual([])
  })
})

describe('names that thousands begin or hold', () => {
  const many = 60
  beforeAll(async () => {
    for (let number = 0; number < many; number++) {
      await buildOrganisation(testApp.context, {
        kind: 'association',
        level: null,
        name: { fr: `Quarkolympia numéro ${number} de Quarkville` },
      })
    }
    await buildOrganisation(testApp.context, { name: { fr: 'Quarkville-sur-Mer' }, population: 90_000 })
  })

  it('give the largest place first, however many bodies bear its name', async () => {
    const { hits } = await search('quarkville', 5)
    expect(hits[0]?.found).toBe('Quarkville-sur-Mer')
    expect(hits).toHaveLength(5)
  })

  it('are found by what they begin with, up to the limit', async () => {
    expect((await search('Quarkolympia', 20)).hits.map((hit) => hit.score)).toEqual(Array(20).fill(0.8))
    expect((await search('Quarkolympia numéro 59')).hits[0]?.found).toBe(
      'Quarkolympia numéro 59 de Quarkville',
    )
  })
})
