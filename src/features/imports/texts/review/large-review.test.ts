import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { factsOf, importWords } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'
import { countFacts } from '../facts/stages/queries.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp()
})
afterAll(() => house.close())

it('draws a page of ten thousand facts as quickly as one of few, and no larger than a browser likes', async () => {
  const network = await buildNetwork(house.context)
  const coordinator = await signIn(house, { role: 'coordinator', networkId: network.id })
  const told = Array.from(
    { length: 10_000 },
    (_, at) => `Atelier numéro ${at} : une délégation d’Icheon a visité le jardin en ${1990 + (at % 30)}.`,
  )
  const words = `# Limoges – Icheon\n\nLimoges et Icheon sont jumelées depuis 2015.\n\n${told.join('\n\n')}\n`
  const address = await importWords(house, coordinator, network.slug, words)
  const [tie] = await factsOf(house, address)
  if (!tie) throw new Error('The text states no tie')
  expect((await countFacts(house.context, { textId: tie.textId, contradicting: [] })).all).toBeGreaterThan(
    10_000,
  )
  await coordinator.post(`${address}/decisions`, { accept: tie.id })

  const times: number[] = []
  for (const page of [1, 2, 50, 100]) {
    const start = performance.now()
    const answer = await coordinator.get(`${address}?page=${page}`)
    times.push(performance.now() - start)
    expect(answer.statusCode).toBe(200)
    expect(answer.body.length).toBeLessThan(1_000_000)
    expect(answer.body.match(/data-fact=/g)?.length).toBe(100)
  }
  // The first page of a process is slower than all others.
  expect(Math.min(...times)).toBeLessThan(300)
}, 60_000)
