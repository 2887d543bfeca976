import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { subscribeToLetter } from '../../../../../test/support/subscribe-to-letter.ts'

const form = '/fr/france-coree/newsletter/subscribers/import'
const usual = {
  words: 'Feuille de présence de la réunion de Tours',
  givenOn: '2017-07-07',
  language: 'fr',
  country: 'FR',
}

let testApp: TestApp
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())

const send = async (lines: string, given: Record<string, string> = {}) =>
  coordinator.post(form, { ...usual, lines, ...given })
const addresses = async () =>
  (
    await testApp.context.database
      .selectFrom('newsletter_subscription')
      .select('address')
      .where('state', '=', 'subscribed')
      .orderBy('address')
      .execute()
  ).map(({ address }) => address)

test('a list is shown line by line before anything of it is written or sent, and then each is told', async () => {
  await subscribeToLetter(testApp, { address: 'known@ville.example' })
  const gone = await subscribeToLetter(testApp, { address: 'gone@ville.example' })
  await browserOf(testApp).post(`${gone}/leaving`)
  const mails = (await readMailbox(testApp)).length
  const list = [
    'park@icheon.example\tko\tKR\t2017-06-01\tFormulaire signé',
    'maire@ville.example',
    'GONE@ville.example',
    'known@ville.example',
    'personne',
    'bis@ville.example;fr;FR;2017-02-31',
  ].join('\r\n')

  const checked = await send(list)
  const words = pageWords(checked.body)
  expect(checked.statusCode).toBe(200)
  expect(words).toContain('2 lignes seront importées, 4 sont écartées')
  expect(words).toMatch(/3 GONE@ville.example français France Chaque numéro S’est désabonnée/)
  expect(words).toMatch(/4 known@ville.example .* Reçoit déjà la lettre/)
  expect(words).toMatch(/5 personne .* Adresse que les serveurs ne prennent pas/)
  expect(words).toMatch(/6 bis@ville.example .* Jour de l’accord illisible/)
  expect(await addresses()).toEqual(['known@ville.example'])
  expect((await readMailbox(testApp)).length).toBe(mails)

  const changing = await send(list, { step: 'change' })
  expect(changing.body).toContain('bis@ville.example;fr;FR;2017-02-31')

  const done = await send(list, { step: 'write' })
  expect(pageWords(done.body)).toContain('2 personnes sont abonnées et prévenues ; 4 lignes sont écartées')
  expect(await addresses()).toEqual(['known@ville.example', 'maire@ville.example', 'park@icheon.example'])
  expect((await readMailbox(testApp)).length).toBe(mails + 2)
  expect(await lastMailTo(testApp, 'park@icheon.example')).toMatchObject({
    language: 'ko',
    text: expect.stringContaining('Formulaire signé'),
  })
  expect(await lastMailTo(testApp, 'maire@ville.example')).toMatchObject({
    text: expect.stringContaining(usual.words),
  })

  // Sent twice, it is written once.
  await send(list, { step: 'write' })
  expect((await readMailbox(testApp)).length).toBe(mails + 2)
  const { detail } = await testApp.context.database
    .selectFrom('platform_activity')
    .select('detail')
    .where('verb', '=', 'imported-subscribers')
    .executeTakeFirstOrThrow()
  expect(detail).toEqual({ added: 2, refused: 4 })
})

test.each([
  ['nothing', '', {}, 'lines'],
  ['a day to come', 'a@x.example', { givenOn: '2099-01-01' }, 'givenOn'],
  ['no country', 'a@x.example', { country: '' }, 'country'],
  [
    'more than is written at once',
    Array.from({ length: 5001 }, (_, index) => `a${index}@x.example`).join('\n'),
    {},
    'lines',
  ],
])('%s is refused beside its field, with nothing lost', async (_, lines, given, field) => {
  const answer = await send(lines, given)
  expect([answer.statusCode, answer.body.includes(`href="#field-${field}`)]).toEqual([422, true])
  expect(answer.body).toContain(usual.words)
})

test('nobody is imported without a word of how they agreed', async () => {
  const answer = await send('sans@preuve.example', { words: '', step: 'write' })
  expect(pageWords(answer.body)).toContain('Sans preuve')
  expect(await addresses()).not.toContain('sans@preuve.example')
})

test('the form is for those who look after the network', async () => {
  expect((await browserOf(testApp).get(form)).statusCode).toBe(404)
  expect(
    (await browserOf(testApp).post(form, { ...usual, lines: 'a@x.example', step: 'write' })).statusCode,
  ).toBe(404)
})
