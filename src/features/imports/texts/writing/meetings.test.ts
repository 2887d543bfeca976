import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { factsOf, importWords } from '../../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const minutes = `# Réunion du groupe Corée

10 mars 2026, de 10h à 12h, Hôtel de ville de Limoges

Présents : Mme Claire Martin, maire adjointe de Limoges ; M. Paul Durand, ville de Nantes.

## Suites

Il est décidé de publier une lettre d'information en français et en coréen.

La ville de Nantes propose d'organiser la prochaine réunion en octobre 2026.
`

async function openReview(words = minutes) {
  const network = await buildNetwork(testApp.context)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  const address = await importWords(testApp, coordinator, network.slug, words)
  const partsOf = async (part: string) =>
    (await factsOf(testApp, address)).filter(({ value }) => value.part === part)
  return { network, coordinator, address, partsOf }
}

const meetings = (networkId: string) =>
  testApp.context.database
    .selectFrom('minutes_meeting')
    .select(['meeting_id', 'slug', 'zone'])
    .where('network_id', '=', networkId)
    .execute()

it('keeps the meeting with what nobody has refused, once it is accepted', async () => {
  const { network, coordinator, address, partsOf } = await openReview()
  const [meeting] = await partsOf('meeting')
  const decided = [...(await partsOf('decision')), ...(await partsOf('proposal'))]
  expect(decided.length).toBeGreaterThan(0)
  const [refused] = await partsOf('participant')
  if (refused) await coordinator.post(`${address}/decisions`, { refuse: refused.id })
  await coordinator.post(`${address}/decisions`, { accept: meeting?.id ?? '' })
  const [kept] = await meetings(network.id)
  expect(kept?.zone).toBe('Europe/Paris')
  const decisions = await testApp.context.database
    .selectFrom('minutes_decision')
    .select('state')
    .where('meeting_id', '=', kept?.meeting_id ?? '')
    .execute()
  expect(decisions).toHaveLength(decided.length)
  const page = await coordinator.get(`/fr/${network.slug}/meetings/${kept?.slug}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Réunion du groupe Corée')
  const participants = await partsOf('participant')
  expect(participants.map(({ decision }) => decision)).toEqual(
    participants.map(({ id }) => (id === refused?.id ? 'refused' : 'accepted')),
  )
})

it('names nobody in public, and writes nobody to the contacts', async () => {
  const { network, coordinator, address, partsOf } = await openReview()
  const [meeting] = await partsOf('meeting')
  expect((await partsOf('participant')).length).toBeGreaterThan(0)
  await coordinator.post(`${address}/decisions`, { accept: meeting?.id ?? '' })
  const [kept] = await meetings(network.id)
  const page = await testApp.get(`/fr/${network.slug}/meetings/${kept?.slug}`)
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('Claire Martin')
  const contacts = await testApp.context.database.selectFrom('contacts_post').select('post_id').execute()
  expect(contacts).toEqual([])
})

it('knows a meeting of the same day, and takes back only what it added', async () => {
  const { network, coordinator, address, partsOf } = await openReview()
  const [meeting] = await partsOf('meeting')
  await coordinator.post(`${address}/decisions`, { accept: meeting?.id ?? '' })
  const other = await importWords(testApp, coordinator, network.slug, `${minutes}\nFin.\n`)
  expect((await coordinator.get(other)).body).toContain('confirme le registre')
  const again = (await factsOf(testApp, other)).find(({ value }) => value.part === 'meeting')
  await coordinator.post(`${other}/decisions`, { accept: again?.id ?? '' })
  expect(await meetings(network.id)).toHaveLength(1)
  await coordinator.post(`${other}/withdrawal`)
  expect(await meetings(network.id)).toHaveLength(1)
  await coordinator.post(`${address}/decisions`, { undo: meeting?.id ?? '' })
  expect(await meetings(network.id)).toEqual([])
  expect((await factsOf(testApp, address)).filter(({ decision }) => decision !== null)).toEqual([])
})

it('takes a meeting back that nobody has worked on, whenever it was added, and asks where somebody has', async () => {
  testApp.clock.moveTo('2040-03-10T09:00:00Z')
  const untouched = await openReview()
  await untouched.coordinator.post(`${untouched.address}/decisions`, { sure: 'text' })
  testApp.clock.advance({ minutes: 1 })
  expect((await untouched.coordinator.post(`${untouched.address}/withdrawal`)).statusCode).toBe(303)
  expect(await meetings(untouched.network.id)).toEqual([])

  const { network, coordinator, address } = await openReview()
  await coordinator.post(`${address}/decisions`, { sure: 'text' })
  testApp.clock.advance({ minutes: 1 })
  await testApp.context.database
    .updateTable('minutes_meeting')
    .set({ updated_at: testApp.clock.now().toString() })
    .where('network_id', '=', network.id)
    .execute()
  const asked = await coordinator.post(`${address}/withdrawal`)
  expect(asked.statusCode).toBe(409)
  expect(asked.body).toContain('La réunion a été modifiée depuis,')
  expect(await meetings(network.id)).toHaveLength(1)
})
