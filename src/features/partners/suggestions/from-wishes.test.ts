import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { addWish, openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'
import { listProfiles } from '../assignment/exports/queries.ts'
import { countRefusals } from '../introductions/queries.ts'
import { listKnowledge } from './knowledge.queries.ts'

let fixture: WishingFixture
let wish = ''
beforeAll(async () => {
  fixture = await openWishing()
  wish = (await addWish(fixture.member)).split('?')[0] ?? ''
})
afterAll(() => fixture.close())

const suggestions = '/fr/france-coree/partners/suggestions'

test('what an authority wishes for is what partners are suggested by, with the wish as evidence', async () => {
  const { body } = await fixture.member.get(`${suggestions}/icheon`)
  expect(body).toContain(`href="${wish}"`)
  expect(pageWords((await fixture.member.get(`${suggestions}/limoges`)).body)).not.toContain(
    'Dites ce que vous recherchez',
  )
})

test('what it asks of a partner is weighed and told, with the wish as evidence', async () => {
  const asks = 'Répond à ce que votre souhait demande d’un partenaire'
  // The country alone, which all of them match, is not mentioned.
  expect(pageWords((await fixture.member.get(wish)).body)).not.toContain(asks)
  const edit = `${wish}/edit/partner`
  const form = await fieldsOf(fixture.member, edit)
  const asking = { ...form, tiers: ['upper'], populationFrom: '900000', reason: 'Délibération du 3 juillet' }
  expect((await fixture.member.post(edit, asking)).statusCode).toBe(303)
  const [, suggested = ''] = (await fixture.member.get(wish)).body.split('id="suggested"')
  const [first = ''] = suggested.split('</li><li class="suggestion"')
  expect(pageWords(first)).toContain(`${asks} : échelon, population et pays.`)
  expect(pageWords(suggested)).toContain(
    'Ne répond pas à ce que votre souhait demande d’un partenaire : échelon et population.',
  )
  expect((await fixture.member.get(`${suggestions}/limoges`)).body).toContain(`href="${wish}"`)
  const open = {
    ...(await fieldsOf(fixture.member, edit)),
    tiers: [],
    populationFrom: '',
    reason: asking.reason,
  }
  expect((await fixture.member.post(edit, open)).statusCode).toBe(303)
})

test('its page shows those who take part which members it could suit, and nobody else', async () => {
  const own = (await fixture.member.get(wish)).body
  const [, suggested = ''] = own.split('id="suggested"')
  expect(suggested.match(/<li class="suggestion"/g)).toHaveLength(5 + 1)
  const [untied = '', tied = ''] = suggested.split('Déjà partenaires</h3>')
  expect(untied).not.toContain('/organisations/icheon')
  expect(tied).toContain('/organisations/icheon')
  expect((await browserOf(fixture.testApp).get(wish)).body).not.toContain('id="suggested"')
})

test('a profile sheet tells it in the words of the authority', async () => {
  const id = await fixture.organisationId('limoges')
  const context = { ...fixture.testApp.context, today: '2017-07-08' }
  const { profiles } = await listProfiles(context, fixture.networkId, [id])
  expect(profiles.get(id)?.seeks.fr?.text).toContain('deux résidences croisées')
  expect(profiles.get(id)?.themes.toSorted()).toEqual(['crafts_ceramics', 'culture'])
})

test('whoever declined lately is known for it, and after two years no more', async () => {
  const { database } = fixture.testApp.context
  const [organisationId, refusedId] = await Promise.all(['icheon', 'limoges'].map(fixture.organisationId))
  const { wish_id: wishId } = await database
    .selectFrom('partners_wish')
    .select('wish_id')
    .executeTakeFirstOrThrow()
  const introductionId = '0198c0de-0000-7000-8000-000000000001'
  const now = '2017-07-01T08:00:00Z'
  await database
    .insertInto('partners_introduction')
    .values({
      introduction_id: introductionId,
      network_id: fixture.networkId,
      wish_id: wishId,
      organisation_id: refusedId ?? '',
      language: 'fr',
      created_at: now,
      updated_at: now,
    })
    .execute()
  await database
    .insertInto('partners_refusal')
    .values({
      refusal_id: '0198c0de-0000-7000-8000-000000000002',
      network_id: fixture.networkId,
      introduction_id: introductionId,
      wish_id: wishId,
      organisation_id: organisationId ?? '',
      refused_id: refusedId ?? '',
      reason: 'budget',
      refused_at: now,
      refused_by: 'operator',
      known_on: '2017-07-01',
    })
    .execute()
  const on = async (today: string) =>
    (await listKnowledge({ ...fixture.testApp.context, today }, fixture.networkId)).get(organisationId ?? '')
      ?.refusals
  expect([await on('2017-07-08'), await on('2019-07-02')]).toEqual([1, 0])
  expect(
    await countRefusals({ ...fixture.testApp.context, today: '2017-07-08' }, fixture.networkId, '2015-07-08'),
  ).toHaveLength(1)
})
