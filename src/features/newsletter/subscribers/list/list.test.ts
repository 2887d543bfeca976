import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { readWorkbook } from '../../../../../test/support/read-workbook.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { askForLetter, subscribeToLetter } from '../../../../../test/support/subscribe-to-letter.ts'

const list = '/fr/france-coree/newsletter/subscribers'
const declared = {
  address: 'maire@ville.example',
  words: 'Case cochée sur la feuille de présence de Tours',
  givenOn: '2017-07-07',
  language: 'fr',
  country: 'FR',
  frequency: 'issue',
  organisation: '',
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

const rowOf = (address: string) =>
  testApp.context.database
    .selectFrom('newsletter_subscription')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
const read = async (query = '') => (await coordinator.get(`${list}${query}`)).body

test('the list is for those who look after the network', async () => {
  await subscribeToLetter(testApp, { address: 'hidden@ville.example' })
  for (const path of [list, `${list}.xlsx`, `${list}/new`])
    expect((await browserOf(testApp).get(path)).statusCode).toBe(404)
  expect(await read()).toContain('hidden@ville.example')
})

test('says who reads, who has not confirmed and who left, by language and country', async () => {
  await subscribeToLetter(testApp, { address: 'kim@icheon.example', language: 'ko', country: 'KR' })
  await askForLetter(testApp, { address: 'waiting@ville.example' })
  const path = await subscribeToLetter(testApp, { address: 'gone@ville.example' })
  await browserOf(testApp).post(`${path}/leaving`)
  const page = await read()
  expect(page).toContain('kim@icheon.example')
  expect(page).not.toMatch(/waiting@|gone@/)
  expect(pageWords(page)).toMatch(/한국어 République de Corée 1/)
  expect(await read('?state=unconfirmed')).toContain('waiting@ville.example')
  const left = pageWords(await read('?state=left'))
  expect(left).toMatch(/gone@ville.example .*S’est désabonné/)
  // Where no mail has come back there is no form to lift it.
  const returned = pageWords(await read('?state=returned'))
  expect(returned).toMatch(/Aucun envoi n’est revenu.*Voir toute la liste/)
  expect(await read('?q=ICHEON')).toContain('kim@icheon.example')
  expect(pageWords(await read('?q=100%25'))).toContain('Aucune adresse')
})

describe('somebody whom a coordinator adds', () => {
  it('is told why, with what was declared, and may leave', async () => {
    const answer = await coordinator.post(`${list}/new`, declared)
    expect(answer.statusCode).toBe(303)
    expect(pageWords((await coordinator.get(String(answer.headers.location))).body)).toContain(
      'maire@ville.example est abonnée',
    )
    const mail = await lastMailTo(testApp, 'maire@ville.example')
    expect(mail?.text).toContain('Case cochée sur la feuille de présence de Tours')
    expect(mail?.links.join()).toContain('/newsletter/preferences/')
    // A second click finds the same subscription.
    expect((await coordinator.post(`${list}/new`, declared)).headers.location).toBe(answer.headers.location)
    expect((await readMailbox(testApp)).filter(({ to }) => to === 'maire@ville.example')).toHaveLength(1)
    expect(await rowOf('maire@ville.example')).toMatchObject({
      state: 'subscribed',
      consent_way: 'coordinator',
      consent_words: declared.words,
      declared_by: coordinator.personId,
    })
    // Only the day was declared: its hour is unknown, in any country.
    expect(await read('?q=maire%40ville')).toContain('<time datetime="2017-07-07">7 juillet 2017</time>')
    const { body } = await coordinator.get('/ko/france-coree/newsletter/subscribers?q=maire%40ville')
    expect(body).toContain('<time datetime="2017-07-07">2017년 7월 7일</time>')
  })

  it.each([
    ['no word of consent', { words: 'oui' }, 'words'],
    ['a day that is to come', { givenOn: '2099-01-01' }, 'givenOn'],
    ['no day', { givenOn: '' }, 'givenOn'],
    ['no address', { address: 'nobody' }, 'address'],
  ])('needs its proof: %s is refused', async (_, given, field) => {
    const answer = await coordinator.post(`${list}/new`, {
      ...declared,
      address: 'un@ville.example',
      ...given,
    })
    expect([answer.statusCode, answer.body.includes(`href="#field-${field}`)]).toEqual([422, true])
    expect(await lastMailTo(testApp, 'un@ville.example')).toBeUndefined()
  })

  it('may have agreed on the day that it is in one of the countries, and is quoted in the language of who declares it', async () => {
    // Half past eight in Seoul, and the evening before in Paris.
    testApp.clock.moveTo('2026-11-29T23:30:00Z')
    const of = (givenOn: string) =>
      coordinator.post(list.replace('/fr/', '/ko/').concat('/new'), {
        ...declared,
        address: 'seoul@city.example',
        words: '투르 회의 참석자 명부에서 구독란에 표시함',
        givenOn,
      })
    expect((await of('2026-12-01')).statusCode).toBe(422)
    expect((await of('2026-11-30')).statusCode).toBe(303)
    const { body } = await testApp.context.database
      .selectFrom('platform_mail')
      .select('body')
      .where('to_address', '=', 'seoul@city.example')
      .executeTakeFirstOrThrow()
    expect(body?.find(({ kind }) => kind === 'quotation')).toMatchObject({ language: 'ko' })
  })

  it('is not added twice, and not at all who left by themselves', async () => {
    await subscribeToLetter(testApp, { address: 'reads@ville.example' })
    const twice = await coordinator.post(`${list}/new`, { ...declared, address: 'Reads@ville.example' })
    expect(pageWords(twice.body)).toContain('reçoit déjà la lettre')
    const path = await subscribeToLetter(testApp, { address: 'never@ville.example' })
    await browserOf(testApp).post(`${path}/leaving`)
    const back = await coordinator.post(`${list}/new`, { ...declared, address: 'never@ville.example' })
    expect([back.statusCode, pageWords(back.body)]).toEqual([
      422,
      expect.stringContaining('s’est désabonnée'),
    ])
    const { subscription_id: id } = await rowOf('never@ville.example')
    expect((await coordinator.post(`${list}/${id}/return`)).statusCode).toBe(404)
    expect((await rowOf('never@ville.example')).state).toBe('left')
  })
})

test('who is taken off the list is put back by the same coordinator’s second thought', async () => {
  await subscribeToLetter(testApp, { address: 'removed@ville.example' })
  const { subscription_id: id } = await rowOf('removed@ville.example')
  const answer = await coordinator.post(`${list}/${id}/removal`)
  const { body } = await coordinator.get(String(answer.headers.location))
  expect(body).toContain(`action="${list}/${id}/return"`)
  expect(await rowOf('removed@ville.example')).toMatchObject({ state: 'left', left_by: 'coordinator' })
  for (let press = 0; press < 2; press++)
    expect((await coordinator.post(`${list}/${id}/return`)).statusCode).toBe(303)
  expect(await rowOf('removed@ville.example')).toMatchObject({ state: 'subscribed', left_at: null })
})

test('the table holds those who read alone, and each one taken is written down', async () => {
  const answer = await coordinator.get(`${list}.xlsx`)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  const [sheet] = await readWorkbook(answer.rawPayload)
  const cells = JSON.stringify(sheet)
  expect(cells).toContain('kim@icheon.example')
  expect(cells).not.toMatch(/gone@|waiting@/)
  const { verb } = await testApp.context.database
    .selectFrom('platform_activity')
    .select('verb')
    .where('verb', '=', 'exported-subscribers')
    .executeTakeFirstOrThrow()
  expect(verb).toBe('exported-subscribers')
})

test('a list of one and of many takes the same number of statements', async () => {
  await read()
  const before = await testApp.countQueries(() => read())
  for (const number of [1, 2, 3])
    await subscribeToLetter(testApp, { address: `many-${number}@ville.example` })
  await read()
  expect(await testApp.countQueries(() => read())).toBe(before)
})
