import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { renderFor } from '../../../ui/reader.tsx'
import { uiReader } from '../../../ui/ui-reader.ts'
import { OrganisationPicker } from '../index.ts'
import { type Picked, pickedError, readPicked } from './picked.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const picked = (values: Record<string, string>) => readPicked(testApp.context, values, 'party')
const byName = (name: string) => picked({ 'party.name': name })
const slugsOf = (answer: Picked) => {
  if (answer.state === 'chosen') return [answer.organisation.slug]
  return answer.state === 'ask' ? answer.candidates.map(({ slug }) => slug) : []
}

describe('a name typed into a form', () => {
  test.for([
    ['Limoges', 'limoges'],
    ['무주', 'muju'],
    ['Icheon', 'icheon'],
    ['Incheon', 'incheon'],
    ['Seoul', 'seoul'],
  ])('takes %s for what it surely is', async ([name = '', slug = '']) => {
    const answer = await byName(name)
    expect([answer.state, slugsOf(answer)]).toEqual(['chosen', [slug]])
  })

  test.for(['Gwangju', 'Jeju', 'Seo-gu'])('asks which %s is meant', async (name) => {
    const answer = await byName(name)
    expect(answer.state).toBe('ask')
    expect(slugsOf(answer).length).toBeGreaterThan(1)
    if (name === 'Gwangju') expect(slugsOf(answer).toSorted()).toEqual(['gwangju', 'gwangju-gyeonggi'])
  })

  test('asks about what is only spelt alike, or only begins so', async () => {
    expect(slugsOf(await byName('Limogse'))[0]).toBe('limoges')
    expect([(await byName('Limogse')).state, (await byName('Limo')).state]).toEqual(['ask', 'ask'])
  })

  test('finds nothing in what names nothing, and nothing to find in an empty field', async () => {
    expect(await byName('Xqzwv Qqq')).toEqual({ state: 'none' })
    expect(await byName('  ')).toEqual({ state: 'empty' })
    expect(await picked({})).toEqual({ state: 'empty' })
  })

  test('keeps to a country and a kind', async () => {
    const among = { country: 'KR', kind: 'metropolitan_city' }
    const answer = await readPicked(testApp.context, { 'party.name': 'Gwangju' }, 'party', among)
    expect([answer.state, slugsOf(answer)]).toEqual(['chosen', ['gwangju']])
  })
})

describe('an organisation chosen before', () => {
  test('is taken by its id while the name is the one it was chosen for', async () => {
    const { id } = await findReference(testApp.context, 'gwangju-gyeonggi')
    const values = { 'party.name': 'Gwangju', 'party.id': id, 'party.for': 'Gwangju' }
    expect(slugsOf(await picked(values))).toEqual(['gwangju-gyeonggi'])
    expect(slugsOf(await picked({ ...values, 'party.name': 'Limoges' }))).toEqual(['limoges'])
  })

  test('is looked up by its name when the id is none', async () => {
    for (const id of ['nonsense', '01890000-0000-7000-8000-000000000000']) {
      const values = { 'party.name': 'Limoges', 'party.id': id, 'party.for': 'Limoges' }
      expect(slugsOf(await picked(values))).toEqual(['limoges'])
    }
  })
})

test('says what is wrong at the field, only when something is', async () => {
  const t = testApp.application.translate('en')
  const errors = ['Gwangju', 'Xqzwv Qqq', 'Limoges', ''].map(async (name) => {
    const error = pickedError('party', await byName(name))
    return error && [error.field, error.message(t).slice(0, 12)]
  })
  expect(await Promise.all(errors)).toEqual([
    ['party.name', 'Several orga'],
    ['party.name', 'No organisat'],
    null,
    null,
  ])
})

test('draws the candidates with what tells them apart, and takes the one that is ticked', async () => {
  const reader = { ...uiReader('fr'), t: testApp.application.translate('fr') }
  const answer = await byName('Gwangju')
  const html = renderFor(reader, () => (
    <OrganisationPicker
      name="party"
      label="Partenaire"
      typed="Gwangju"
      picked={answer}
      addByHand="/fr/ajouter"
    />
  ))
  expect(html).toContain('ville (si) · Gyeonggi, République de Corée')
  expect(html).toContain('<span class="own-name" lang="ko" dir="ltr"> 광주시</span>')
  expect(html).toContain('href="/fr/ajouter"')
  const [, id = ''] = /type="radio"[^>]*name="party.id" value="([^"]+)"/.exec(html) ?? []
  const [, chosenFor = ''] = /name="party.for" value="([^"]+)"/.exec(html) ?? []
  const again = await picked({ 'party.name': 'Gwangju', 'party.id': id, 'party.for': chosenFor })
  expect(slugsOf(again)).toEqual(slugsOf(answer).slice(0, 1))
})

describe('suggestions while somebody types', () => {
  const ask = async (language: string, query: string) => {
    const answer = await testApp.get(`/${language}/directory/suggestions?${query}`)
    expect(answer.statusCode).toBe(200)
    return JSON.parse(answer.body)
  }

  test('are eight at most, in the reader’s words, best first', async () => {
    const { items, status } = await ask('en', 'q=Icheon')
    expect(items[0]).toEqual({
      id: (await findReference(testApp.context, 'icheon')).id,
      name: 'Icheon',
      language: 'en',
      own: { text: '이천시', language: 'ko' },
      details: 'city (si) · Gyeonggi, Republic of Korea',
    })
    expect(status).toContain('to choose')
    expect((await ask('en', 'q=Sa')).items.length).toBeLessThanOrEqual(12)
  })

  test('begin with the second Latin letter and the first Hangul syllable', async () => {
    expect((await ask('fr', 'q=L')).items).toEqual([])
    expect((await ask('ko', `q=${encodeURIComponent('이')}`)).items.length).toBeGreaterThan(0)
    expect(await ask('fr', '')).toEqual({ items: [], status: '' })
  })

  test('keep to a country', async () => {
    const { items } = await ask('en', 'q=Saint&country=KR')
    expect(items.every(({ details }: { details: string }) => details.includes('Korea'))).toBe(true)
  })

  test('are kept for those who ask the same', async () => {
    await ask('fr', 'q=Daegu')
    expect(await testApp.countQueries(() => ask('fr', 'q=Daegu'))).toBe(0)
  })
})

test('reading a name takes few statements, however many bear it', async () => {
  for (const name of ['Limoges', 'Gwangju', 'Seo-gu', 'Limogse', 'Xqzwv Qqq'])
    expect(await testApp.countQueries(() => byName(name))).toBeLessThanOrEqual(12)
})
