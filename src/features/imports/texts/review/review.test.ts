import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import {
  decide,
  factsOf,
  findFact,
  frenchMinutes,
  openReview,
} from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'
import { soonAfter } from '../../../../../test/support/soon-after.ts'

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

it('shows each fact of a text beside its sentence, and writes nothing', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const page = await coordinator.get(address)
  expect(page.statusCode).toBe(200)
  const facts = await factsOf(testApp, address)
  expect(facts.length).toBeGreaterThan(8)
  for (const { id } of facts) expect(page.body).toContain(`id="q-${id}"`)
  expect(page.body).toContain('Nantes Métropole et la ville de Suncheon coopèrent depuis 2009')
  expect(await ties(network.id)).toEqual([])
})

it('makes a tie with the first of its facts that is accepted, and the fact opens on its sentence', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const agreement = await find(address, 'agreement', 'twinning')
  const answer = await decide(coordinator, address, { accept: agreement.id })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toContain(`#f-${agreement.id}`)
  expect(await ties(network.id)).toEqual([{ slug: 'limoges-icheon', listed: true, since: null }])
  const tie = await find(address, 'tie', 'Limoges')
  expect(tie.decision).toBe('accepted')

  const page = await coordinator.get(`/fr/${network.slug}/cooperations/limoges-icheon`)
  expect(page.body).toContain('22 avril 2015')
  const passage = /data-passage="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const quoted = await testApp.get(passage)
  expect(quoted.statusCode).toBe(200)
  const marked = await Promise.all(
    [...page.body.matchAll(/data-passage="([^"]+)"/g)].map(
      async ([, each]) => (await testApp.get(each ?? '')).body,
    ),
  )
  expect(
    marked.some((body) => body.includes('ont signé un accord de jumelage le 22 avril 2015.</mark>')),
  ).toBe(true)
})

it('puts a tie beside the list where that is said', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const tie = await find(address, 'tie', 'Suncheon')
  await decide(coordinator, address, { accept: tie.id, beside: tie.id })
  expect(await ties(network.id)).toEqual([{ slug: 'nantes-metropole-suncheon', listed: false, since: null }])
})

it('accepts all that is sure at once, and says in the history from which text', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const answer = await decide(coordinator, address, { sure: 'text' })
  const facts = await factsOf(testApp, address)
  const sure = facts.filter(({ isSure }) => isSure)
  expect(sure.length).toBeGreaterThan(6)
  expect(sure.map(({ decision }) => decision)).toEqual(sure.map(() => 'accepted'))
  expect(facts.filter(({ isSure, decision }) => !isSure && decision !== null)).toEqual([])
  expect(answer.headers.location).toContain(`accepted=${sure.length}`)
  const history = await coordinator.get(`/fr/${network.slug}/cooperations/limoges-icheon/history`)
  expect(history.body).toContain('lu dans un texte')
  expect(history.body).toContain('Réunion du groupe Corée')
  expect(history.body).toContain('Anne Roux')
})

it('refuses a fact with a reason, and lets that be undone', async () => {
  const { coordinator, address } = await openReview(testApp)
  const theme = await find(address, 'theme')
  await decide(coordinator, address, { refuse: theme.id, [`reasons.${theme.id}`]: 'Trop général' })
  const refused = await find(address, 'theme')
  expect([refused.decision, refused.reason, refused.decidedBy]).toEqual([
    'refused',
    'Trop général',
    'Anne Roux',
  ])
  await decide(coordinator, address, { undo: theme.id })
  expect(await find(address, 'theme')).toEqual(theme)
})

it('tells the second of two people that the first has decided, and loses nothing', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const second = await signIn(testApp, { role: 'chair', networkId: network.id, name: 'Kim Minji' })
  const theme = await find(address, 'theme')
  const answers = await Promise.all([
    decide(coordinator, address, { accept: theme.id }),
    decide(second, address, { refuse: theme.id }),
  ])
  const met = answers.filter(({ headers }) => String(headers.location).includes(`met=${theme.id}`))
  expect(met).toHaveLength(1)
  const page = await coordinator.get(String(met[0]?.headers.location))
  expect(page.body).toContain('s’est prononcé avant vous')
  expect((await find(address, 'theme')).decision).not.toBe(null)
})

it('makes one tie when two people accept its first facts at once', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const second = await signIn(testApp, { role: 'chair', networkId: network.id })
  const [agreement, theme] = [
    await find(address, 'agreement', 'twinning'),
    await find(address, 'theme', 'crafts'),
  ]
  await Promise.all([
    decide(coordinator, address, { accept: agreement.id }),
    decide(second, address, { accept: theme.id }),
  ])
  expect((await ties(network.id)).map(({ slug }) => slug)).toEqual(['limoges-icheon'])
  const sources = await testApp.context.database
    .selectFrom('registry_source')
    .select('slug')
    .where('network_id', '=', network.id)
    .execute()
  expect(sources).toHaveLength(1)
})

it('tells what others have decided since a page was opened', async () => {
  const { coordinator, address } = await openReview(testApp)
  const since = testApp.clock.now().toString()
  testApp.clock.advance({ minutes: 1 })
  const theme = await find(address, 'theme')
  await decide(coordinator, address, { refuse: theme.id })
  const answer = await coordinator.get(`${address}/progress?since=${since}`)
  expect(answer.json().decisions).toEqual([
    {
      id: theme.id,
      decision: 'écarté',
      by: 'Anne Roux',
      at: soonAfter('2026-11-02T09:01:00Z'),
    },
  ])
})

it('hides imports from everybody who does not coordinate the group', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  const elsewhere = await buildNetwork(testApp.context)
  const strangers = [
    await signIn(testApp, { role: 'member', networkId: network.id }),
    await signIn(testApp, { role: 'reader', networkId: network.id }),
    await signIn(testApp, { role: 'coordinator', networkId: elsewhere.id }),
  ]
  const theme = await find(address, 'theme')
  for (const stranger of strangers) {
    for (const page of ['', '/progress', '/file', '/source', `/facts/${theme.id}`, '/account'])
      expect((await stranger.get(`${address}${page}`)).statusCode, page).toBe(404)
    for (const noun of ['decisions', 'withdrawal', 'reopening', 'source', 'reading', 'acceptance-end'])
      expect((await stranger.post(`${address}/${noun}`, { accept: theme.id })).statusCode, noun).toBe(404)
  }
  // Nor can the text of one group be reached through the address of another one.
  const foreign = await signIn(testApp, { role: 'coordinator', networkId: elsewhere.id })
  expect((await foreign.get(address.replace(network.slug, elsewhere.slug))).statusCode).toBe(404)
  expect((await coordinator.get(`${address}/file`)).body).toBe(frenchMinutes)
  expect((await find(address, 'theme')).decision).toBe(null)
})
