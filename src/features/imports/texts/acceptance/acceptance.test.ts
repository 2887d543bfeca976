import { afterAll, beforeAll, expect, it } from 'vitest'
import { decide, factsOf, openReview, runJob } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const told = Array.from(
  { length: 260 },
  (_, at) => `Atelier ${at} : une délégation d’Icheon a visité le jardin en ${1990 + (at % 30)}.`,
)
const longText = `# Limoges – Icheon\n\nLimoges et Icheon sont jumelées depuis 2015.\n\n${told.join('\n\n')}\n`

const accepted = async (address: string) =>
  (await factsOf(testApp, address)).filter(({ decision }) => decision === 'accepted')

const count = async (table: 'agenda_event' | 'registry_cooperation', networkId: string) =>
  (
    await testApp.context.database
      .selectFrom(table)
      .select('network_id')
      .where('network_id', '=', networkId)
      .execute()
  ).length

it('accepts all that is sure of a long text in the background, in the name of whoever asked, and takes it back whole', async () => {
  const { network, coordinator, address } = await openReview(testApp, longText)
  const answer = await decide(coordinator, address, { sure: 'text' })
  expect(answer.headers.location).toContain('accepting=1')
  expect(await accepted(address)).toEqual([])
  const waiting = await coordinator.get(String(answer.headers.location))
  expect(waiting.headers.refresh).toBe('4')
  expect(waiting.body).toMatch(/0 fait retenu sur 2\d\d/)
  expect((await coordinator.get(address)).headers.refresh).toBe(undefined)

  await runJob(testApp, 'imports.acceptances')
  const facts = await factsOf(testApp, address)
  const sure = facts.filter(({ isSure }) => isSure)
  expect(sure.length).toBeGreaterThan(250)
  expect(
    sure.filter(({ decision, decidedBy }) => decision !== 'accepted' || decidedBy !== 'Anne Roux'),
  ).toEqual([])
  // One visit a year: repeated statements of the text rest on it as well.
  expect(await count('agenda_event', network.id)).toBe(30)
  expect((await coordinator.get(address)).body).not.toContain('acceptance-end')

  expect((await coordinator.post(`${address}/withdrawal`, { manner: 'ask' })).statusCode).toBe(303)
  expect(await count('agenda_event', network.id)).toBe(0)
  expect(await count('registry_cooperation', network.id)).toBe(0)
}, 120_000)

it('keeps what it has accepted when somebody stops it, and goes on from there when asked again', async () => {
  const { network, coordinator, address } = await openReview(testApp, longText)
  await decide(coordinator, address, { sure: 'text' })
  const stopped = await coordinator.post(`${address}/acceptance-end`)
  expect(stopped.statusCode).toBe(303)
  await runJob(testApp, 'imports.acceptances')
  expect(await accepted(address)).toEqual([])
  await decide(coordinator, address, { sure: 'text' })
  await runJob(testApp, 'imports.acceptances')
  expect((await accepted(address)).length).toBeGreaterThan(250)
  expect(await count('registry_cooperation', network.id)).toBe(1)
}, 120_000)

it('leaves the work to somebody else when whoever asked for it coordinates no more', async () => {
  const { network, coordinator, address } = await openReview(testApp, longText)
  await decide(coordinator, address, { sure: 'text' })
  await testApp.context.database
    .deleteFrom('people_role')
    .where('network_id', '=', network.id)
    .where('person_id', '=', coordinator.personId)
    .execute()
  await runJob(testApp, 'imports.acceptances')
  expect(await accepted(address)).toEqual([])
  const { accepting_since } = await testApp.context.database
    .selectFrom('imports_text')
    .select('accepting_since')
    .where('network_id', '=', network.id)
    .executeTakeFirstOrThrow()
  expect(accepting_since).toBe(null)
}, 60_000)

it('accepts few facts while one waits', async () => {
  const { coordinator, address } = await openReview(testApp)
  const answer = await decide(coordinator, address, { sure: 'text' })
  expect(answer.headers.location).toMatch(/accepted=\d+/)
  expect((await accepted(address)).length).toBeGreaterThan(6)
})
