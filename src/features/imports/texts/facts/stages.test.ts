import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  decide,
  factsOf,
  findFact,
  frenchMinutes,
  importWords,
  openReview,
} from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { countFacts, listFacts, listSureFacts, lookUpPlace } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const goseong = `## Rennes – Goseong

La ville de Rennes et Goseong ont signé une convention de coopération en 2019. Les échanges portent sur la culture.
`
const unknownBody = `## Dijon – Gyeongju

La ville de Dijon et la ville de Gyeongju ont signé un accord de jumelage en 2012. L’association Les Amis de Gyeongju organise les échanges.
`

const stagesOf = (textId: string) => ({ textId, contradicting: [] as string[] })
const every = { limit: 1000, offset: 0 }

it('puts questions before what is unsure, and both before the rest, the whole text over', async () => {
  const { address } = await openReview(testApp, `${frenchMinutes}\n${unknownBody}\n${goseong}`)
  const [first] = await factsOf(testApp, address)
  const of = stagesOf(first?.textId ?? '')
  const facts = await listFacts(testApp.context, of, 'all', every)
  const stages = facts.map(({ question, isSure }) =>
    question === 'party' ? 'asked' : isSure ? 'rest' : 'unsure',
  )
  expect([...new Set(stages)]).toEqual(['asked', 'unsure', 'rest'])
  expect(stages.toSorted()).toEqual([...stages].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
  const rest = facts.filter((_, at) => stages[at] === 'rest').map(({ position }) => position)
  expect(rest).toEqual(rest.toSorted((a, b) => a - b))
  expect(await lookUpPlace(testApp.context, of, 'all', facts[3]?.id ?? '')).toBe(3)
  expect(await lookUpPlace(testApp.context, of, 'asked', facts.at(-1)?.id ?? '')).toBe(null)
})

it('counts what is left of each, and what waits for an answer', async () => {
  const { coordinator, address } = await openReview(testApp, goseong)
  const facts = await factsOf(testApp, address)
  const of = stagesOf(facts[0]?.textId ?? '')
  const before = await countFacts(testApp.context, of)
  expect(before).toEqual({
    all: facts.length,
    asked: 1,
    unsure: 0,
    sure: 0,
    waiting: facts.length - 1,
    decided: 0,
  })
  expect(await listSureFacts(testApp.context, of, { limit: 100 })).toEqual([])
  const page = await coordinator.get(address)
  expect(page.body).toMatch(/Restent\s: 1\squestion/)
  expect(page.body).not.toContain('name="sure" value="text"')

  const tie = await findFact(testApp, address, 'tie')
  const candidate = /name="candidate" value="([^"]+)"/.exec(
    (await coordinator.get(`${address}/facts/${tie.id}`)).body,
  )
  const answer = await coordinator.post(`${address}/facts/${tie.id}`, { candidate: candidate?.[1] ?? '' })
  expect(answer.headers.location).toContain('answered=1#facts')
  expect(await countFacts(testApp.context, of)).toEqual({
    ...before,
    asked: 0,
    waiting: 0,
    sure: facts.length,
  })
  expect((await coordinator.get(String(answer.headers.location))).body).toContain(
    'Votre réponse est prise en compte',
  )
})

it('calls unsure what contradicts the registry, and leaves it out of what is sure', async () => {
  const { network, coordinator, address } = await openReview(testApp)
  await decide(coordinator, address, { sure: 'text' })
  const other = await importWords(
    testApp,
    coordinator,
    network.slug,
    frenchMinutes.replaceAll('depuis 2009', 'depuis 2011').replace('a visité le', 'a travaillé avec le'),
  )
  const page = await coordinator.get(other)
  expect(page.body).toMatch(/2\sà vérifier/)
  const since = await findFact(testApp, other, 'since', '2011')
  const unsure = await coordinator.get(`${other}?view=unsure`)
  const actor = await findFact(testApp, other, 'actor')
  expect(unsure.body.match(/data-fact="[^"]+"/g)).toEqual([
    `data-fact="${since.id}"`,
    `data-fact="${actor.id}"`,
  ])
  const sure = await coordinator.get(`${other}?view=sure`)
  expect(sure.body).not.toContain(since.id)
})

it('stays on a page that still is one when a view grows shorter', async () => {
  const { coordinator, address } = await openReview(testApp)
  const page = await coordinator.get(`${address}?view=sure&page=7`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('data-fact=')
})
