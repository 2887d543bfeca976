import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWish, openWishing, sayInterest, type WishingFixture } from '../../../../test/support/wishes.ts'
import { listTiesOf } from './queries.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const list = '/fr/france-coree/partners/introductions'
const begin = async (title: string) =>
  sayInterest(fixture.icheon, await addWish(fixture.member, { 'title.fr.text': title }))

test('the list of talks takes the same number of statements for one and for three of authorities that are tied', async () => {
  const count = async () => {
    await fixture.icheon.get(list)
    return fixture.testApp.countQueries(() => fixture.icheon.get(list))
  }
  await begin('Un')
  const one = await count()
  await begin('Deux')
  await begin('Trois')
  const { body } = await fixture.icheon.get(list)
  expect(body.match(/class="tie tie-list status-active"/g)?.length).toBe(3)
  expect(await count()).toBe(one)
})

test('a cooperation that has ended, or is not known yet, is none that the two have', async () => {
  const talks = await begin('Quatre')
  const id = talks.split('/').at(-1) ?? ''
  const { context } = fixture.testApp
  const slugsOn = async (today: string) =>
    ((await listTiesOf({ ...context, today }, fixture.networkId, [id])).get(id) ?? []).map(({ slug }) => slug)
  expect(await slugsOn('2017-07-08')).toEqual(['limoges-icheon'])
  expect(await slugsOn('2000-01-01')).toEqual([])
  const ended = await fixture.member.post('/fr/france-coree/cooperations/limoges-icheon/edit/status/new', {
    base: '1',
    status: 'ended',
    intention: '',
    statedOn: '2017-07-08',
    reason: 'Délibération',
  })
  expect(ended.statusCode).toBe(303)
  expect(await slugsOn('2017-07-08')).toEqual([])
  const page = (await fixture.member.get(talks)).body
  expect(/<h1>[\s\S]*?<\/h1>/.exec(page)?.[0]).toContain('status-prospective')
  expect(page).not.toContain('talks-ties')
})
