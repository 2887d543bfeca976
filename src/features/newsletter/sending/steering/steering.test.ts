import { type KyselyPlugin, sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { meanwhile } from '../../../../../test/support/meanwhile.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../../test/support/send-letters.ts'
import { prepareSending } from '../preparing/commands.ts'

let fixture: Sendings
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  for (const at of [1, 2]) await fixture.subscribe({ address: `fr${at}@ville.example` })
  await fixture.subscribe({ address: 'kim@icheon.example', language: 'ko', country: 'KR' })
  return fixture.close
})
beforeEach(() => {
  fixture.server.received.length = 0
  fixture.server.behave('accept')
})

let told = 0
async function ordered() {
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
  const { to } = await fixture.order('2026-11-02')
  await fixture.work()
  return to.split('?')[0] ?? ''
}
const at = async (instant: string) => {
  fixture.house.clock.moveTo(instant)
  await fixture.work()
  await fixture.deliver()
}
const words = async (page: string) => pageWords((await fixture.keeper.get(page)).body)
const addresses = () =>
  fixture
    .received()
    .map(({ to }) => to)
    .toSorted()

test('two presses of the button send once', async () => {
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
  const issue = await fixture.planOf('draft')
  const press = () => fixture.order('2026-11-02', 'draft', issue)
  const [one, two] = await Promise.all([press(), press()])
  expect([one.status, two.status]).toEqual([303, 303])
  expect(one.to.split('?')[0]).toBe(two.to.split('?')[0])
  await Promise.all([fixture.work(), fixture.work()])
  await at('2026-11-03T00:00:00Z')
  await at('2026-11-03T08:00:00Z')
  expect(addresses()).toEqual(['fr1@ville.example', 'fr2@ville.example', 'kim@icheon.example'])
  const plan = `/fr/${fixture.letters}/1/sending`
  expect((await fixture.keeper.get(plan)).headers.location).toBe(one.to.split('?')[0])
})

test('a letter that nobody has approved is not sent', async () => {
  fixture.tell([fixture.item(`event:${told + 1}`, 'Semaine coréenne')])
  await fixture.begin()
  const { issue } = await fixture.stateForm()
  const plan = `/fr/${fixture.letters}/draft/sending`
  // A coordinator who returns to the page sees the present state.
  expect((await fixture.keeper.get(plan)).headers.location).toBe(`/fr/${fixture.letters}/draft`)
  expect((await fixture.keeper.post(plan, { from: '2026-11-03', issue })).statusCode).toBe(404)
})

test('paused, nothing leaves; taken up again late, the rest waits for another morning', async () => {
  const page = await ordered()
  await at('2026-11-03T00:00:00Z')
  const asked = await words(`${page}/steps/pause`)
  expect(asked).toContain('1 courriel est parti ; 2 attendent')
  expect((await fixture.keeper.post(`${page}/steps/pause`)).headers.location).toBe(`${page}?done=pause`)
  expect((await fixture.keeper.post(`${page}/steps/pause`)).headers.location).toBe(`${page}?done=late`)
  await at('2026-11-03T08:00:00Z')
  expect(addresses()).toEqual(['kim@icheon.example'])
  fixture.house.clock.moveTo('2026-11-06T19:00:00Z')
  expect((await fixture.keeper.post(`${page}/steps/resume`)).headers.location).toBe(`${page}?done=resume`)
  await at('2026-11-06T19:01:00Z')
  await at('2026-11-08T12:00:00Z')
  expect(addresses()).toHaveLength(1)
  await at('2026-11-09T08:00:00Z')
  expect(addresses()).toHaveLength(3)
  expect(await words(page)).toContain('terminé')
})

test('cancelled, nothing leaves any more; ordered anew, only who has not had it gets it', async () => {
  const page = await ordered()
  await at('2026-11-03T00:00:00Z')
  expect((await fixture.keeper.post(`${page}/steps/cancel`)).headers.location).toBe(`${page}?done=cancel`)
  await at('2026-11-03T08:00:00Z')
  expect(addresses()).toEqual(['kim@icheon.example'])
  expect(await words(page)).toMatch(/2 non parties : envoi annulé/)
  expect((await fixture.keeper.get(`${page}/steps/resume`)).headers.location).toBe(`${page}?done=late`)
  const { to } = await fixture.order('2026-11-03', String(told))
  expect(to).not.toContain(page)
  await fixture.work()
  await at('2026-11-04T00:00:00Z')
  await at('2026-11-04T08:00:00Z')
  expect(addresses()).toEqual(['fr1@ville.example', 'fr2@ville.example', 'kim@icheon.example'])
})

test('cancelled before its readers are fixed, it has none', async () => {
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
  const page = (await fixture.order('2026-11-20')).to.split('?')[0] ?? ''
  await fixture.work()
  expect(await words(page)).toContain('programmé')
  expect(await words(`${page}/steps/cancel`)).toContain('Rien n’est encore parti')
  const state = `/fr/${fixture.letters}/${told}/state`
  await fixture.keeper.post(state, { action: 'withdraw' })
  expect(await words(page)).toContain('La lettre a été retirée')
  await fixture.keeper.post(state, { action: 'restore' })
  expect(await words(page)).toContain('La lettre attend son jour')
  expect(await words(page)).toContain('Départs prévus')
  await fixture.keeper.post(`${page}/steps/cancel`)
  // It leaves for no reader, at no hour.
  expect(await words(page)).not.toMatch(/Départs|Ce qu’il est advenu/)
  await at('2026-11-19T12:00:00Z')
  await at('2026-11-20T12:00:00Z')
  expect(addresses()).toEqual([])
})

test('a letter that is withdrawn while it is being sent is held back', async () => {
  const page = await ordered()
  await fixture.keeper.post(`/fr/${fixture.letters}/${told}/state`, { action: 'withdraw' })
  expect(await words(page)).toMatch(/suspendu .*Remettez-la pour que l’envoi puisse avoir lieu/)
  expect(await words(page)).not.toContain('Reprendre l’envoi')
  // Mails would lead to a page that is gone.
  expect((await fixture.keeper.post(`${page}/steps/resume`)).headers.location).toBe(`${page}?done=late`)
  await at('2026-11-03T00:00:00Z')
  expect(addresses()).toEqual([])
  await fixture.keeper.post(`/fr/${fixture.letters}/${told}/state`, { action: 'restore' })
  expect((await fixture.keeper.post(`${page}/steps/resume`)).headers.location).toBe(`${page}?done=resume`)
  await at('2026-11-03T08:00:00Z')
  expect(addresses()).toHaveLength(3)
})

test('a letter that is withdrawn while its readers are being written down does not leave', async () => {
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
  const page = (await fixture.order('2026-11-02')).to.split('?')[0] ?? ''
  const { application } = fixture.house
  let isDrawn = false
  let isWithdrawn = false
  // The letter is withdrawn while it is being drawn; preparation continues after that.
  const withdraw: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      if (isDrawn && !isWithdrawn) {
        isWithdrawn = true
        await fixture.keeper.post(`/fr/${fixture.letters}/${told}/state`, { action: 'withdraw' })
      }
      return result
    },
  }
  await prepareSending(
    {
      ...application,
      database: application.database.withPlugin(withdraw),
      translate: (language) => {
        isDrawn = true
        return application.translate(language)
      },
    },
    page.split('/').at(-1) ?? '',
  )
  expect(isWithdrawn).toBe(true)
  await at('2026-11-03T00:00:00Z')
  await at('2026-11-03T08:00:00Z')
  expect(addresses()).toEqual([])
  expect(await words(page)).toMatch(/empêché .*La lettre a été retirée/)
  await fixture.keeper.post(`/fr/${fixture.letters}/${told}/state`, { action: 'restore' })
  await fixture.keeper.post(`${page}/steps/again`)
  await at('2026-11-03T08:01:00Z')
  // Offices are still open, in Seoul too.
  expect(addresses()).toEqual(['fr1@ville.example', 'fr2@ville.example', 'kim@icheon.example'])
})

test('each outcome stands by itself, with the words of the server, in the list and in the tables', async () => {
  const page = await ordered()
  fixture.server.behave({ refuse: 550, words: 'No such user here', at: 'recipient' })
  await at('2026-11-03T00:00:00Z')
  fixture.server.behave('accept')
  await at('2026-11-03T08:00:00Z')
  expect(await words(`${page}/readers?outcome=refused`)).toMatch(/kim@icheon.example .*No such user here/)
  expect(await words(`${page}/readers?outcome=sent&country=KR`)).toContain('Personne ne correspond')
  const read = (filter: string) =>
    fixture.house.countQueries(() => fixture.keeper.get(`${page}/readers?outcome=${filter}`))
  expect(await read('refused')).toBe(await read('sent'))
  expect(await words(`${page}/readers?q=no such`)).toContain('kim@icheon.example')
  // A message that a server sends later, with a returned letter, is found like an immediate one.
  await sql`
    update platform_mailing_reader set return_kind = 'soft', return_words = 'Mailbox is full' where to_address = 'fr1@ville.example'
  `.execute(fixture.house.context.database)
  expect(await words(`${page}/readers?q=is full`)).toContain('fr1@ville.example')
  const csv = (await fixture.keeper.get(`${page}/readers.csv`)).body
  expect(csv).toContain(
    'kim@icheon.example;한국어;République de Corée;Chaque numéro;refusée par son serveur;',
  )
  expect((await fixture.keeper.get(`${page}/readers.xlsx`)).statusCode).toBe(200)
  expect(await words(page)).toMatch(/1 envoyée 1 revenue 1 refusée par son serveur/)
  const { rows } = await sql`select verb from platform_activity where verb = 'exported-readers'`.execute(
    fixture.house.context.database,
  )
  expect(rows).toHaveLength(2)
})

test('cancelled as a worker prepares it, nothing leaves', async () => {
  fixture.house.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.approve([fixture.item(`event:${++told}`, 'Semaine coréenne')])
  const { to } = await fixture.order('2026-11-02')
  const page = to.split('?')[0] ?? ''
  const cancelled = await meanwhile(fixture.house, fixture.work, () =>
    fixture.keeper.post(`${page}/steps/cancel`),
  )
  expect(cancelled.headers.location).toBe(`${page}?done=cancel`)
  await at('2026-11-03T00:00:00Z')
  await at('2026-11-03T08:00:00Z')
  expect(addresses()).toEqual([])
})
