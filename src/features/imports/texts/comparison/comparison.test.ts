import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  decide,
  findFact,
  frenchMinutes,
  importWords,
  koreanMinutes,
  openReview,
} from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'

import { listTwins } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const find = (address: string, part: string, about = '') => findFact(testApp, address, part, about)

const ties = (networkId: string) =>
  testApp.context.database
    .selectFrom('registry_cooperation')
    .select(['slug', 'listed', 'since'])
    .where('network_id', '=', networkId)
    .orderBy('slug')
    .execute()

it('says that the registry knows a fact once somebody has written it by hand', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const before = await coordinator.get(address)
  expect(before.body).not.toContain('confirme le registre')
  const other = await importWords(testApp, coordinator, network.slug, `${frenchMinutes}\n\nFin.`)
  await decide(coordinator, other, { accept: (await find(other, 'agreement', 'twinning')).id })
  const after = await coordinator.get(address)
  expect(after.body).toContain('confirme le registre')
  expect(after.body).toContain('déjà retenu de «\u00a0Réunion du groupe Corée\u00a0»')
})

it('adds evidence alone where the registry says the same', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  await decide(coordinator, address, { accept: (await find(address, 'agreement', 'twinning')).id })
  const other = await importWords(testApp, coordinator, network.slug, koreanMinutes)
  await decide(coordinator, other, { accept: (await find(other, 'agreement', 'twinning')).id })
  const agreements = await testApp.context.database
    .selectFrom('registry_agreement')
    .select('agreement_id')
    .where('network_id', '=', network.id)
    .execute()
  expect(agreements).toHaveLength(1)
  const evidence = await testApp.context.database
    .selectFrom('registry_evidence')
    .select(['stance', 'confirmed_by'])
    .where('subject_id', '=', agreements[0]?.agreement_id ?? '')
    .execute()
  expect(evidence).toEqual([
    { stance: 'supports', confirmed_by: `person:${coordinator.personId}` },
    { stance: 'supports', confirmed_by: `person:${coordinator.personId}` },
  ])
})

it('sets two values side by side, and never chooses by itself', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  await decide(coordinator, address, { sure: 'text' })
  const words = frenchMinutes.replaceAll('depuis 2009', 'depuis 2011')
  const other = await importWords(testApp, coordinator, network.slug, words)
  await decide(coordinator, other, { sure: 'text' })
  const since = await find(other, 'since', '2011')
  expect(since.decision).toBe(null)
  const page = await coordinator.get(other)
  expect(page.body).toContain('contredit le registre')
  await decide(coordinator, other, { accept: since.id })
  expect((await find(other, 'since', '2011')).decision).toBe(null)
  await decide(coordinator, other, { settle: `beside:${since.id}` })
  expect((await find(other, 'since', '2011')).decision).toBe('accepted')
  const [, tie] = await ties(network.id)
  expect(tie).toEqual({ slug: 'nantes-metropole-suncheon', listed: true, since: '2009' })
  const shown = await testApp.get(`/fr/${network.slug}/cooperations/nantes-metropole-suncheon`)
  expect(shown.body).toContain('2011')
})

it('lets a value take the place of another, which stays with its source', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  await decide(coordinator, address, { sure: 'text' })
  const other = await importWords(
    testApp,
    coordinator,
    network.slug,
    frenchMinutes.replaceAll('depuis 2009', 'depuis 2011'),
  )
  await decide(coordinator, other, { settle: `replace:${(await find(other, 'since', '2011')).id}` })
  const [, tie] = await ties(network.id)
  expect(tie?.since).toBe('2011')
  const values = await testApp.context.database
    .selectFrom('registry_dispute_value as v')
    .innerJoin('registry_dispute as d', 'd.dispute_id', 'v.dispute_id')
    .select(['v.value', 'v.rank'])
    .where('d.network_id', '=', network.id)
    .orderBy('v.position')
    .execute()
  expect(values).toEqual([
    { value: '2009', rank: 'deprecated' },
    { value: '2011', rank: 'preferred' },
  ])
})

it('counts a text that was taken back no more among those that state the same', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const other = await importWords(testApp, coordinator, network.slug, `${frenchMinutes}\n\nFin.`)
  const { signature } = await find(address, 'agreement', 'twinning')
  const [id = '', otherId = ''] = [address, other].map((path) => path.split('/').at(-1))
  const texts = async () =>
    (await listTwins(testApp.context, { id, networkId: network.id }, [signature])).map(({ textId }) => textId)
  expect(await texts()).toEqual([otherId])
  expect((await coordinator.post(`${other}/withdrawal`, { manner: 'ask' })).statusCode).toBe(303)
  expect(await texts()).toEqual([])
})
