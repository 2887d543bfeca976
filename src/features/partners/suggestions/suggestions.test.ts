import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'

const page = '/fr/france-coree/partners/suggestions'
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('organisations/tours')
})
afterAll(() => record.close())

describe('partners suggested for Tours, which seeks tourism, food and culture', () => {
  test('are ten authorities of Korea with their reasons, each reason with what says so', async () => {
    const { body, statusCode } = await record.coordinator.get(`${page}/tours`)
    expect(statusCode).toBe(200)
    expect(body.match(/<li class="suggestion"/g)).toHaveLength(10)
    const words = pageWords(body)
    expect(words).toContain('Partenaires suggérés pour Tours')
    expect(words).toContain('Taille comparable')
    // Several districts have one name: what they lie in is shown beside them.
    const facts = [...body.matchAll(/<p class="suggestion-facts">([^<]*)/g)].map(([, each = '']) =>
      pageWords(each),
    )
    for (const each of facts) expect(each).toMatch(/^[^·]+ · [A-Z][^·]+ · [\d ]+ habitants/)
    expect(body).toContain('/fr/france-coree/organisations/tours#seeks')
  })

  test('in Korean read the same in Korean', async () => {
    const words = pageWords(
      (await record.coordinator.get('/ko/france-coree/partners/suggestions/tours')).body,
    )
    expect(words).toContain('추천 협력 상대: 투르')
    expect(words).toContain('인구 규모가 비슷합니다')
  })

  test('are for those who take part in the group: for others there is no such page', async () => {
    const reader = await signIn(record.testApp, { role: 'reader', networkId: record.networkId })
    for (const browser of [browserOf(record.testApp), reader])
      expect((await browser.get(`${page}/tours`)).statusCode).toBe(404)
  })
})

test('a region that seeks what départements do is told which tiers to turn to, on both sides', async () => {
  await record.testApp.context.database
    .updateTable('registry_interest')
    .set({ themes: ['ageing'] })
    .where('organisation_id', 'in', (query) =>
      query
        .selectFrom('directory_organisation')
        .select('organisation_id')
        .where('slug', '=', 'auvergne-rhone-alpes'),
    )
    .execute()
  const words = pageWords((await record.coordinator.get(`${page}/auvergne-rhone-alpes`)).body)
  expect(words).toContain('« vieillissement » : votre échelon n’en a guère la compétence')
  expect(words).toMatch(
    /surtout : commune et département ; dans l’autre pays : si, gun et gu autonomes \(시·군·자치구\)/,
  )
})

test('those with whom there is a tie are shown apart, with the same reasons', async () => {
  const { body } = await record.coordinator.get(`${page}/issy-les-moulineaux`)
  const [best = '', tied = ''] = body.split('id="tied"')
  expect(tied).toContain('/organisations/guro-gu')
  expect(best).not.toContain('/organisations/guro-gu"')
})

test('to what is no authority nothing is suggested, and the page says why', async () => {
  expect(pageWords((await record.coordinator.get(`${page}/minatec`)).body)).toContain(
    'n’est pas une collectivité',
  )
  expect(pageWords((await record.coordinator.get(`${page}/alsace`)).body)).toContain(
    'n’est pas une collectivité',
  )
  expect((await record.coordinator.get(`${page}/nowhere`)).statusCode).toBe(404)
})

test('one says for whom, and what the directory has not got is asked for again', async () => {
  expect(pageWords((await record.member.get(page)).body)).toContain('Vos collectivités')
  const nobody = await record.member.post(page, { 'authority.name': 'Nulle part' })
  expect(nobody.statusCode).toBe(422)
  expect(nobody.body).toContain('value="Nulle part"')
  const chosen = await record.member.post(page, { 'authority.name': 'Grenoble-Alpes Métropole' })
  expect([chosen.statusCode, chosen.headers.location]).toEqual([303, `${page}/grenoble-alpes-metropole`])
})

test('the group’s members alone are looked at when one wishes so', async () => {
  const all = await record.coordinator.get(`${page}/tours`)
  const members = await record.coordinator.get(`${page}/tours?among=members`)
  const names = (body: string) =>
    [...body.matchAll(/<h2 class="suggestion-name"><a href="[^"]*\/([^"/]*)"/g)].map(([, slug]) => slug)
  expect(names(all.body)).not.toEqual(names(members.body))
  expect(names(members.body)).toContain('sejong')
})
