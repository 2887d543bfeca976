import { beforeAll, beforeEach, expect, test } from 'vitest'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../../test/support/send-letters.ts'

let fixture: Sendings
let trial: string
beforeAll(async () => {
  fixture = await openSendings({ directory: 'none' })
  trial = `/fr/${fixture.letters}/draft/trial`
  await fixture.subscribe({ address: 'reader@ville.example' })
  fixture.tell([fixture.item('event:1', 'Semaine coréenne')])
  await fixture.begin()
  return fixture.close
})
beforeEach(() => {
  fixture.server.received.length = 0
  fixture.server.behave('accept')
})

test('a draft is sent to its editors alone, in the languages they chose, and says that it is a trial', async () => {
  const { keeper, chair } = fixture
  expect((await keeper.get(trial)).body).toContain(chair.address)
  const answer = await keeper.post(trial, {
    languages: ['fr', 'ko'],
    people: [keeper.personId, chair.personId],
  })
  expect(answer.headers.location).toBe(`${trial}?done=sent`)
  await fixture.deliver()
  const got = fixture.received().map(({ to, subject }) => `${to} ${subject}`)
  const [french, korean] = ['[Essai] Ce qui se prépare, ce qui s’est fait', '[시험] 준비하는 일, 이루어진 일']
  expect(got.toSorted()).toEqual(
    [keeper, chair].flatMap(({ address }) => [`${address} ${french}`, `${address} ${korean}`]).toSorted(),
  )
  for (const { html } of fixture.received()) expect(html).not.toContain('/newsletter/preferences/')
  expect(pageWords((await keeper.get(trial)).body)).toMatch(/Derniers essais .*envoyé/)
})

test('nobody else can be named, and what was chosen is kept when something is missing', async () => {
  const { keeper } = fixture
  const none = await keeper.post(trial, { languages: 'ko' })
  expect([none.statusCode, none.body.includes('href="#field-people')]).toEqual([422, true])
  expect(none.body).toMatch(/value="ko" checked/)
  const stranger = await keeper.post(trial, {
    languages: 'fr',
    people: '019a0000-0000-7000-8000-000000000000',
  })
  expect(stranger.statusCode).toBe(422)
  await fixture.deliver()
  expect(fixture.received()).toEqual([])
})

test('a refusal is shown in the words of the server', async () => {
  const { keeper } = fixture
  fixture.server.behave({ refuse: 550, words: 'Not today', at: 'recipient' })
  await keeper.post(trial, { languages: 'en', people: keeper.personId })
  await fixture.deliver()
  expect(pageWords((await keeper.get(trial)).body)).toMatch(/refusé 550 Not today/)
})

test('a letter that mail programs would cut off is neither tried nor sent, and its pages say why', async () => {
  const { keeper, letters } = fixture
  for (let part = 0; part < 16; part++) await fixture.add('text', { 'text.fr.text': 'Été '.repeat(1200) })
  const answer = await keeper.post(trial, { languages: 'fr', people: keeper.personId })
  expect([answer.statusCode, pageWords(answer.body)]).toEqual([422, expect.stringContaining('trop longs')])
  await fixture.act('approve')
  const plan = await keeper.get(`/fr/${letters}/draft/sending`)
  expect(pageWords(plan.body)).toContain('dépasse ce que les messageries affichent')
  expect(plan.body).not.toContain('Envoyer à')
  const { to } = await orderAnyway()
  await fixture.work()
  const page = to.split('?')[0] ?? ''
  expect(pageWords((await keeper.get(page)).body)).toMatch(/empêché .*100 ko/)
  await keeper.post(`${page}/steps/again`)
  await fixture.work()
  fixture.house.clock.advance({ hours: 72 })
  await fixture.work()
  await fixture.deliver()
  expect(fixture.received()).toEqual([])
})

// As from an outdated page.
async function orderAnyway() {
  const { issue } = await fixture.stateForm()
  const from = fixture.house.clock.now().toString().slice(0, 10)
  const answer = await fixture.keeper.post(`/fr/${fixture.letters}/draft/sending`, { from, issue })
  return { to: String(answer.headers.location) }
}
