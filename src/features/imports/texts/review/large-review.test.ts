import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { factsOf, importWords } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { countFacts } from '../facts/queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

it('draws a page of ten thousand facts as quickly as one of few, and no larger than a browser likes', async () => {
  const network = await buildNetwork(testApp.context)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const importFacts = (count: number) => importWords(testApp, coordinator, network.slug, textOf(count))
  const few = await importFacts(200)
  const address = await importFacts(10_000)
  const [tie] = await factsOf(testApp, address)
  if (!tie) throw new Error('The text states no tie')
  expect((await countFacts(testApp.context, { textId: tie.textId, contradicting: [] })).all).toBeGreaterThan(
    10_000,
  )
  await coordinator.post(`${address}/decisions`, { accept: tie.id })

  const [usual, large]: [number[], number[]] = [[], []]
  // In turns, since other work on the machine slows down both.
  for (const page of [1, 2, 50, 100, 1, 50]) {
    usual.push(await drawn(coordinator, few, (page % 2) + 1))
    large.push(await drawn(coordinator, address, page))
  }
  expect(Math.min(...large)).toBeLessThan(5 * Math.min(...usual))
}, 60_000)

function textOf(facts: number): string {
  const told = Array.from(
    { length: facts },
    (_, at) => `Atelier numéro ${at} : une délégation d’Icheon a visité le jardin en ${1990 + (at % 30)}.`,
  )
  return `# Limoges – Icheon\n\nLimoges et Icheon sont jumelées depuis 2015.\n\n${told.join('\n\n')}\n`
}

/** The milliseconds that a page of a hundred facts takes. */
async function drawn(reader: SignedIn, address: string, page: number): Promise<number> {
  const start = performance.now()
  const answer = await reader.get(`${address}?page=${page}`)
  const took = performance.now() - start
  expect(answer.statusCode).toBe(200)
  expect(answer.body.length).toBeLessThan(1_000_000)
  expect(answer.body.match(/data-fact=/g)?.length).toBe(100)
  return took
}
