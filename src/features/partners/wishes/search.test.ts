import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { stateExpectation } from '../../../../test/support/expectations.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openProgram, type Program } from '../../../../test/support/program.ts'
import { addWish, openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { addInterest } from '../../registry/index.ts'

let fixture: WishingFixture
let limoges: Program
beforeAll(async () => {
  fixture = await openWishing()
  limoges = await openProgram(fixture.testApp, {
    networkId: fixture.networkId,
    role: 'member',
    organisationIds: [await fixture.organisationId('limoges')],
    scopes: ['read'],
  })
  await addWish(fixture.member, { 'title.fr.text': 'Échange de luthiers' })
  await addWish(fixture.member, { 'title.fr.text': 'Luthiers entre nous', visibility: 'network' })
})
afterAll(() => fixture.close())

const search = '/networks/france-coree/search'
const readBy = async (program: Pick<Program, 'get'>, address: string) => (await program.get(address)).json()
const anybody: Pick<Program, 'get'> = {
  get: (path) => fixture.testApp.get(`/api/v1${path}`, { accept: 'application/json' }),
}
const slugsFor = async (program: Pick<Program, 'get'>, text: string): Promise<string[]> =>
  (await readBy(program, `${search}?q=${encodeURIComponent(text)}`)).items.map(
    ({ type, slug }: { type: string; slug: string }) => `${type} ${slug}`,
  )

test('a program that searches gets open wishes with who looks for what, where it stands and in which languages', async () => {
  const { items, total, total_is } = await readBy(anybody, `${search}?q=luthiers`)
  expect({ items, total, total_is }).toEqual({
    items: [
      {
        type: 'wish',
        id: expect.any(String),
        slug: 'echange-de-luthiers',
        url: `${fixture.testApp.application.settings.baseUrl}/en/france-coree/partners/echange-de-luthiers`,
        updated_at: expect.any(String),
        name: { fr: 'Échange de luthiers' },
        kind: 'search',
        organisation: 'limoges',
        languages: ['fr'],
        expires_on: '2018-07-08',
      },
    ],
    total: 1,
    total_is: 'exact',
  })
})

test('what members read among themselves is found by them and by nobody else, on pages as by programs', async () => {
  const both = ['wish luthiers-entre-nous', 'wish echange-de-luthiers']
  expect(await slugsFor(limoges, 'luthiers')).toEqual(both)
  expect(await slugsFor(anybody, 'luthiers')).toEqual(['wish echange-de-luthiers'])
  const page = '/fr/france-coree/search?q=luthiers'
  expect(pageWords((await fixture.member.get(page)).body)).toContain('Luthiers entre nous')
  expect(pageWords((await fixture.testApp.get(page)).body)).not.toContain('Luthiers entre nous')
})

test('a wish of another network is not found here', async () => {
  const other = await buildNetwork(fixture.testApp.context)
  const page = await addWish(fixture.member, { 'title.fr.text': 'Archets d’ailleurs' })
  const find = async (network: string) =>
    (await readBy(anybody, `/networks/${network}/search?q=archets&now=2018-01-01`)).items.map(
      ({ slug }: { slug: string }) => slug,
    )
  expect([await find('france-coree'), await find(other.slug)]).toEqual([['archets-d-ailleurs'], []])
  await fixture.testApp.context.database
    .updateTable('partners_wish')
    .set({ network_id: other.id })
    .where('slug', '=', page.split('/').at(-1) ?? '')
    .execute()
  expect([await find('france-coree'), await find(other.slug)]).toEqual([[], ['archets-d-ailleurs']])
  expect(await slugsFor(limoges, 'archets')).toEqual([])
})

test('what is expected is found by those who may read it', async () => {
  const asked = await fixture.organisationId('limoges')
  const given = { 'title.fr.text': 'Fabriquer des cornemuses', 'title.ko.text': '' }
  const path = await stateExpectation(fixture.coordinator, asked, { ...given, confidentiality: 'concerned' })
  const slug = path.split('/').at(-1)
  expect(await slugsFor(limoges, 'cornemuses')).toEqual([`expectation ${slug}`])
  expect(await slugsFor(anybody, 'cornemuses')).toEqual([])
  const open = await stateExpectation(fixture.coordinator, asked, { ...given, confidentiality: 'public' })
  const { items } = await readBy(anybody, `${search}?q=cornemuses`)
  expect(items).toEqual([
    expect.objectContaining({
      type: 'expectation',
      slug: open.split('/').at(-1),
      name: { fr: 'Fabriquer des cornemuses' },
      asker: 'hwaseong',
      addressed_to: 'limoges',
      status: 'asked',
      confidentiality: 'public',
      languages: expect.arrayContaining(['fr', 'ko']),
    }),
  ])
  const page = '/fr/france-coree/search?q=cornemuses'
  expect(pageWords((await fixture.member.get(page)).body).match(/Fabriquer des cornemuses/g)).toHaveLength(2)
  expect(pageWords((await fixture.other.get(page)).body).match(/Fabriquer des cornemuses/g)).toHaveLength(1)
})

test('the document of the API says every kind of what is found', async () => {
  const { components } = await readBy(anybody, '/openapi.json')
  const { oneOf } = components.schemas.SearchAnswer.properties.items.items
  expect(
    oneOf.map(({ properties }: { properties: { type: { const: string } } }) => properties.type.const),
  ).toEqual([
    'cooperation',
    'organisation',
    'event',
    'meeting',
    'wish',
    'expectation',
    'round_wish',
    'practice',
    'question',
  ])
})

test('as many statements are taken for one wish as for three', async () => {
  const count = () =>
    fixture.testApp.countQueries(() => fixture.member.get('/fr/france-coree/search?q=vielles'))
  await addWish(fixture.member, { 'title.fr.text': 'Vielles à roue' })
  await count()
  const one = await count()
  await addWish(fixture.member, { 'title.fr.text': 'Vielles anciennes' })
  await addWish(fixture.icheon, { 'title.fr.text': 'Vielles et cithares' })
  await count()
  expect(await count()).toBe(one)
})

test('what authorities say and what sources say share the places of a page, and neither pushes the other out', async () => {
  const network = await buildNetwork(fixture.testApp.context)
  const many = 24
  const { rows: authorities } = await sql<{ id: string }>`
    select organisation_id as id from directory_organisation where country = 'FR' and kind = 'commune' and valid_until is null
    order by slug limit ${many}
  `.execute(fixture.testApp.context.database)
  for (const [position, { id: organisationId }] of authorities.entries())
    await addInterest({ ...fixture.testApp.context, actor: { kind: 'operator' } }, network.id, {
      organisationId,
      seeks: { fr: { text: 'Cherche un chantier de drakkars', state: 'original' } },
      offers: {},
      themes: ['culture'],
      position,
      knownOn: '2017-07-01',
    })
  const entriesOf = async () => {
    const { body } = await fixture.testApp.get(`/fr/${network.slug}/search?q=drakkars&now=2018-01-01`, {
      // Rows are moved between networks without a word: no kept page is asked for.
      cookie: 'a=b',
    })
    return ['wishes', 'said'].map((id) => {
      const [part = ''] =
        body.match(new RegExp(`<section[^>]*aria-labelledby="${id}"[\\s\\S]*?</section>`)) ?? []
      const [, more = ''] = part.match(/<p><a href="[^"]*q=drakkars[^"]*">([^<]*)/) ?? []
      return [part.match(/class="entry-title"/g)?.length ?? 0, more.replaceAll(/\s/g, ' ')]
    })
  }
  expect(await entriesOf()).toEqual([
    [0, ''],
    [20, 'Encore 4 collectivités'],
  ])
  const moveAll = () =>
    fixture.testApp.context.database
      .updateTable('partners_wish')
      .set({ network_id: network.id })
      .where('search', 'like', '%drakkar%')
      .execute()
  await addWish(fixture.member, { 'title.fr.text': 'Des drakkars de sport' })
  await moveAll()
  expect(await entriesOf()).toEqual([
    [1, ''],
    [19, 'Encore 5 collectivités'],
  ])
  const [one] = await fixture.testApp.context.database
    .selectFrom('partners_wish')
    .selectAll()
    .where('search', 'like', '%drakkar%')
    .execute()
  if (!one) throw new Error('no wish')
  for (let number = 1; number < 13; number++)
    await fixture.testApp.context.database
      .insertInto('partners_wish')
      .values({
        ...one,
        title: JSON.stringify(one.title),
        text: JSON.stringify(one.text),
        means: JSON.stringify(one.means),
        returns: JSON.stringify(one.returns),
        horizon_words: JSON.stringify(one.horizon_words),
        wish_id: newId(),
        slug: `drakkars-${number}`,
      })
      .execute()
  expect(await entriesOf()).toEqual([
    [10, 'Encore 3 recherches et offres'],
    [10, 'Encore 14 collectivités'],
  ])
})
