import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { giveRole } from '../../people/index.ts'
import { forgetAsked } from './commands.ts'

let testApp: TestApp
let networkId: string
let nantes: SignedIn
const tie = '/fr/france-coree/cooperations/nantes-suncheon'
const api = '/api/v1/networks/france-coree/cooperations/nantes-suncheon'

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  networkId = (
    await testApp.context.database
      .selectFrom('networks_network')
      .select('network_id')
      .executeTakeFirstOrThrow()
  ).network_id
  nantes = await member('nantes-metropole')
})
afterAll(() => testApp.close())

async function organisationId(slug: string): Promise<string> {
  const row = await testApp.context.database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return row.organisation_id
}

async function member(slug: string): Promise<SignedIn> {
  return signIn(testApp, { role: 'member', networkId, organisationIds: [await organisationId(slug)] })
}

const state = async () => (await testApp.get(api, { accept: 'application/json' })).json().confirmation
const stranger = () => browserOf(testApp)

async function ask(by: SignedIn, given: Record<string, string> = {}) {
  return by.post(`${tie}/confirmation/requests`, {
    organisation: await organisationId('suncheon'),
    address: 'exchange@suncheon.example',
    name: '국제교류 담당',
    language: 'ko',
    ...given,
  })
}

async function link(): Promise<string> {
  return URL.parse((await lastMailTo(testApp, 'exchange@suncheon.example'))?.links[0] ?? '')?.pathname ?? ''
}

it('is asked for where the tie is read, of who speaks for the side that has not spoken, until they have', async () => {
  const other = '/fr/france-coree/cooperations/limoges-icheon'
  const [limoges, icheon] = [await member('limoges'), await member('icheon')]
  const isAsked = async (by: Pick<SignedIn, 'get'>) => (await by.get(other)).body.includes('C’est exact')
  expect([await isAsked(limoges), await isAsked(icheon), await isAsked(stranger())]).toEqual([
    false,
    true,
    false,
  ])
  const [, organisation = ''] =
    /name="organisation" value="([^"]*)"/.exec((await icheon.get(other)).body) ?? []
  await icheon.post(`${other}/confirmation`, { organisation, stance: 'confirmed' })
  expect(await isAsked(icheon)).toBe(false)
})

it('is asked for on the page of the side that has not spoken too, and leads to the tie', async () => {
  const [evian, muju] = [await member('evian-les-bains'), await member('muju')]
  const page = '/fr/france-coree/organisations/muju'
  const isAsked = async (by: Pick<SignedIn, 'get'>) => (await by.get(page)).body.includes('C’est exact')
  expect([await isAsked(muju), await isAsked(evian), await isAsked(stranger())]).toEqual([true, false, false])
  const body = (await muju.get(page)).body
  expect(body).toContain('action="/fr/france-coree/cooperations/evian-muju/confirmation"')
  const [, organisation = ''] = /name="organisation" value="([^"]*)"/.exec(body) ?? []
  await muju.post('/fr/france-coree/cooperations/evian-muju/confirmation', {
    organisation,
    stance: 'confirmed',
  })
  expect(await isAsked(muju)).toBe(false)
})

it('asks for three ties on that page, and leads on to the others', async () => {
  const { context } = testApp
  const network = { id: networkId, slug: 'france-coree' }
  const busy = await buildOrganisation(context, { country: 'KR', kind: 'si', level: 2 })
  for (let made = 0; made < 5; made++)
    await buildCooperation(context, network.id, { parties: [await buildOrganisation(context), busy] })
  const body = (await (await member(busy.slug)).get(`/fr/france-coree/organisations/${busy.slug}`)).body
  expect(body.split('C’est exact').length - 1).toBe(3)
  expect(body).toContain('2 autres coopérations attendent votre confirmation')
  expect(body).toContain('href="/fr/france-coree/to-do"')
})

it('presets whom to ask with the party that is not one’s own, and is folded once all is said', async () => {
  const { parties } = await buildCooperation(testApp.context, networkId, { slug: 'preset' })
  const [first, second] = await Promise.all(parties.map(({ slug }) => member(slug)))
  const page = '/fr/france-coree/cooperations/preset/confirmation'
  const chosen = async (by: SignedIn | undefined) =>
    /name="organisation"[^>]*value="([^"]*)"[^>]*checked/.exec((await by?.get(page))?.body ?? '')?.[1]
  expect([await chosen(first), await chosen(second)]).toEqual([parties[1]?.id, parties[0]?.id])
  const isFolded = async () => (await second?.get(page))?.body.includes('Changer ce que vous avez dit')
  expect(await isFolded()).toBe(false)
  await second?.post(page, { stance: 'confirmed' })
  expect(await isFolded()).toBe(true)
  expect((await second?.get(page))?.body).toContain('Demander encore une fois')
})

describe('a tie that one side recorded', () => {
  it('is claimed, also when the claiming side says again that it is right', async () => {
    expect(await state()).toBe('claimed')
    const answer = await nantes.post(`${tie}/confirmation`, { stance: 'confirmed' })
    expect(answer.statusCode).toBe(303)
    expect(await state()).toBe('claimed')
  })

  it('is confirmed by the partner, in Korean, from a link and without an account', async () => {
    expect((await ask(nantes)).statusCode).toBe(303)
    const mail = await lastMailTo(testApp, 'exchange@suncheon.example')
    expect([mail?.language, mail?.kind]).toEqual(['ko', 'registry.confirmation'])
    expect(mail?.subject).toContain('교류 내용 확인 요청')
    const address = await link()
    expect(address).toMatch(/^\/ko\/france-coree\/confirmations\//)
    for (let turn = 0; turn < 3; turn++) expect((await stranger().get(address)).statusCode).toBe(200)
    const page = await stranger().get(address)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.body).toContain('순천')
    expect(await state()).toBe('claimed')
    const answer = await stranger().post(address, { stance: 'confirmed', said_as: '국제협력팀 주무관' })
    expect(answer.statusCode).toBe(303)
    expect(await state()).toBe('confirmed')
    expect((await stranger().get(address)).body).toContain('답변이 등록되었습니다')
  })

  it('which shows on both pages, in the list and in exports', async () => {
    expect((await testApp.get(tie)).body).toContain('confirmée par les deux parties')
    for (const slug of ['nantes-metropole', 'suncheon'])
      expect((await testApp.get(`/fr/france-coree/organisations/${slug}`)).body, slug).toMatch(
        /confirmation-confirmed/,
      )
    const list = '/fr/france-coree/cooperations?confirmation='
    expect((await testApp.get(`${list}confirmed`)).body).toContain('/cooperations/nantes-suncheon"')
    expect((await testApp.get(`${list}claimed`)).body).not.toContain('/cooperations/nantes-suncheon"')
    const csv = (await testApp.get('/api/v1/networks/france-coree/cooperations.csv')).body
    expect(csv.split('\n').find((line) => line.includes('nantes-suncheon'))).toContain('confirmed')
    expect((await testApp.get(`${tie}/confirmation`)).body).toContain('국제협력팀 주무관')
  })

  it('a link works once, for whoever is first', async () => {
    await ask(nantes)
    const address = await link()
    const both = await Promise.all([
      stranger().post(address, { stance: 'confirmed' }),
      stranger().post(address, { stance: 'disputed', words: '아닙니다.' }),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410])
  })

  it('is disputed with what is wrong, until the newest word of that party says otherwise', async () => {
    const suncheon = await member('suncheon')
    expect((await suncheon.post(`${tie}/confirmation`, { stance: 'disputed' })).statusCode).toBe(422)
    await suncheon.post(`${tie}/confirmation`, { stance: 'disputed', words: '협정 연도가 다릅니다.' })
    expect(await state()).toBe('disputed')
    expect((await lastMailTo(testApp, nantes.address))?.text).toContain('협정 연도가 다릅니다.')
    expect((await testApp.get(`${tie}/confirmation`)).body).toContain('협정 연도가 다릅니다.')
    await suncheon.post(`${tie}/confirmation`, { stance: 'confirmed' })
    expect(await state()).toBe('confirmed')
  })

  it('a dispute is told to a coordinator who speaks for the other party in both roles', async () => {
    const { personId, address } = await signIn(testApp, { role: 'coordinator', networkId })
    const organisationIds = [await organisationId('nantes-metropole')]
    await giveRole(testApp.context, networkId, { personId, role: 'member', organisationIds })
    const suncheon = await member('suncheon')
    await suncheon.post(`${tie}/confirmation`, { stance: 'disputed', words: '협정 연도가 다릅니다.' })
    await suncheon.post(`${tie}/confirmation`, { stance: 'confirmed' })
    const told = (await readMailbox(testApp)).filter(({ to }) => to === address)
    expect(told.map(({ kind }) => kind)).toEqual(['registry.dispute', 'registry.dispute'])
  })

  it('a link ends after sixty days, and its address is forgotten', async () => {
    await ask(nantes)
    const address = await link()
    testApp.clock.advance({ hours: 24 * 61 })
    expect((await stranger().get(address)).body).toContain('더 이상 유효하지 않습니다')
    expect((await stranger().post(address, { stance: 'confirmed' })).statusCode).toBe(410)
    await forgetAsked(testApp.application)
    const rows = await testApp.context.database
      .selectFrom('registry_confirmation_request')
      .select(['address', 'name'])
      .execute()
    expect(new Set(rows.map(({ address, name }) => `${address} ${name}`))).toEqual(new Set(['null ']))
  })
})

describe('nobody speaks for a party but whoever may', () => {
  it('neither a coordinator nor a member of another authority confirms, and strangers ask nobody', async () => {
    const before = (await readMailbox(testApp)).length
    const coordinator = await signIn(testApp, { role: 'coordinator', networkId })
    const others = [coordinator, await member('marseille'), await signIn(testApp), stranger()]
    for (const browser of others)
      expect((await browser.post(`${tie}/confirmation`, { stance: 'confirmed' })).statusCode).toBe(404)
    for (const browser of others.slice(1)) {
      const asked = await browser.post(`${tie}/confirmation/requests`, {
        organisation: await organisationId('suncheon'),
        address: 'x@suncheon.example',
        language: 'ko',
      })
      expect(asked.statusCode).toBe(404)
    }
    expect((await readMailbox(testApp)).length).toBe(before)
    expect((await ask(coordinator)).statusCode).toBe(303)
  })

  it('a member speaks for its own party only, whatever the form says', async () => {
    const nantes = await member('nantes-metropole')
    const answer = await nantes.post(`${tie}/confirmation`, {
      stance: 'disputed',
      words: 'non',
      organisation: await organisationId('suncheon'),
    })
    expect(answer.statusCode).toBe(303)
    const page = (await testApp.get('/en/france-coree/cooperations/nantes-suncheon/confirmation')).body
    const newest = page.match(/entry-title">([\s\S]*?)<\/p>/)?.[1]?.replaceAll(/<[^>]*>/g, '')
    expect([newest?.includes('Nantes'), newest?.includes('disputes')]).toEqual([true, true])
    expect((await ask(nantes, { organisation: await organisationId('marseille') })).statusCode).toBe(403)
  })

  it('a forged link, or one of another purpose, opens nothing', async () => {
    await ask(await member('nantes-metropole'))
    const address = await link()
    expect((await stranger().get(`${address}x`)).statusCode).toBe(404)
    expect((await stranger().get(address.replace('confirmations', 'corrections'))).statusCode).toBe(404)
  })
})
