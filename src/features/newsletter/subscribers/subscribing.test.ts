import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import {
  askForLetter,
  frenchReader,
  letterLink,
  subscribeToLetter,
} from '../../../../test/support/subscribe-to-letter.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)
const mailsTo = async (address: string) => (await readMailbox(testApp)).filter(({ to }) => to === address)
const subscriptionOf = (address: string) =>
  testApp.context.database
    .selectFrom('newsletter_subscription')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()

describe('the form for anybody', () => {
  it.each([
    ['no address', { address: ' ' }, 'address', ''],
    ['a word', { address: 'nowhere' }, 'address', 'une adresse électronique'],
    ['a header in an address', { address: 'a@b.example\r\nBcc: c@d.example' }, 'address', 'adresse'],
    ['two addresses', { address: 'a@b.example, c@d.example' }, 'address', 'adresse'],
    ['a quoted local part', { address: '"a b"@ville.example' }, 'address', 'guillemets'],
    ['a mailbox in Hangul', { address: '김민준@seoul.example' }, 'address', 'avant le @'],
    ['a language in which no letter is written', { language: 'ar' }, 'language', ''],
    ['a country of no world', { country: 'ZZ' }, 'country', ''],
    ['a frequency of our own', { frequency: 'hourly' }, 'frequency', ''],
    ['only what concerns nobody', { frequency: 'concerns' }, 'frequency', 'au moins un thème'],
    ['an authority of no group', { organisation: crypto.randomUUID() }, 'organisation', ''],
  ])('refuses %s beside its field, and loses nothing of what was typed', async (_, given, field, said) => {
    const before = (await readMailbox(testApp)).length
    const answer = await askForLetter(testApp, {
      themes: ['culture'].slice(Number(field === 'frequency')),
      ...given,
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}`)
    expect(pageWords(answer.body)).toContain(said)
    if ('address' in given && given.address.startsWith('"')) expect(answer.body).toContain('&quot;a b&quot;@')
    expect((await readMailbox(testApp)).length).toBe(before)
  })

  it.each([
    ['a domain in Hangul', 'kim@서울.한국', 'kim@xn--2i4bq6h.xn--3e0b707e'],
    ['a domain with an accent', 'mairie@évian.fr', 'mairie@xn--vian-9oa.fr'],
    ['signs that servers know', "o'neil+lettre@ville.example", "o'neil+lettre@ville.example"],
    ['capitals', 'Claire.Martin@Ville.Example', 'Claire.Martin@ville.example'],
  ])('takes %s', async (_, typed, written) => {
    expect((await askForLetter(testApp, { address: typed })).statusCode).toBe(200)
    expect(await lastMailTo(testApp, written)).toMatchObject({ language: 'fr' })
  })

  it('guesses the country from the browser, and lets it be changed', async () => {
    const page = await visitor().get('/en/france-coree/newsletter/subscribe', { 'accept-language': 'ko-KR' })
    expect(page.body).toMatch(/<option value="KR" selected/)
  })

  it('gives the form back to what is likely a program, and keeps nothing', async () => {
    const answers = [
      await askForLetter(testApp, { address: 'robot@bulk.example', website: 'http://x.example' }),
      await askForLetter(testApp, { address: 'robot@bulk.example', begun: '' }),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([422, 422])
    expect(await mailsTo('robot@bulk.example')).toEqual([])
    expect(await subscriptionOf('robot@bulk.example')).toBeUndefined()
  })

  it('fills nobody’s mailbox, and tells nobody so', async () => {
    const answers: string[] = []
    for (let turn = 0; turn < 8; turn++)
      answers.push((await askForLetter(testApp, { address: 'victim@city.example' })).body)
    expect(await mailsTo('victim@city.example')).toHaveLength(5)
    expect(new Set(answers).size).toBe(1)
  })
})

test('a form that is sent twice by a second click sends one mail, whose link stays good', async () => {
  const address = 'twice@ville.example'
  await askForLetter(testApp, { address })
  const page = await visitor().get('/fr/france-coree/newsletter/subscribe')
  const begun = /name="begun" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  testApp.clock.advance({ seconds: 5 })
  const press = () =>
    visitor().post('/fr/france-coree/newsletter/subscribe', { ...frenchReader, address, begun })
  expect([(await press()).statusCode, (await press()).statusCode]).toEqual([200, 200])
  expect(await mailsTo(address)).toHaveLength(1)
  expect((await visitor().post(await letterLink(testApp, address, 'confirm'))).statusCode).toBe(303)
})

test('somebody is subscribed by a second click from their mail alone, with the proof of it', async () => {
  const address = 'park@icheon.example'
  await askForLetter(testApp, { address, language: 'ko', country: 'KR', frequency: 'digest' }, 'fr')
  const mail = await lastMailTo(testApp, address)
  expect(mail).toMatchObject({ language: 'ko', kind: 'newsletter.subscription' })
  const link = await letterLink(testApp, address, 'confirm')
  expect(link).toMatch(/^\/ko\/france-coree\/newsletter\/confirm\/[0-9a-f]{80}$/)
  // Programs that follow every link confirm nothing.
  expect((await visitor().get(link)).statusCode).toBe(200)
  expect(await subscriptionOf(address)).toMatchObject({ state: 'unconfirmed', consent_at: null })

  const answer = await visitor().post(link)
  expect(answer.statusCode).toBe(303)
  expect(await subscriptionOf(address)).toMatchObject({
    state: 'subscribed',
    language: 'ko',
    country: 'KR',
    frequency: 'digest',
    consent_way: 'form',
    consent_version: '1',
    consent_words: expect.stringContaining('j’accepte'),
  })
  expect(pageWords((await visitor().get(String(answer.headers.location))).body)).toContain(
    '구독이 확인되었습니다',
  )
  expect((await lastMailTo(testApp, address))?.subject).toMatch(/^구독이 확인되었습니다/)
  expect((await visitor().post(link)).statusCode).toBe(410)
})

test('nothing tells whether an address reads the letter but a mail to it', async () => {
  const address = 'known@ville.example'
  const unknown = await askForLetter(testApp, { address: 'stranger@ville.example' })
  await subscribeToLetter(testApp, { address })
  const known = await askForLetter(testApp, { address, language: 'en' })
  expect([known.statusCode, known.body]).toEqual([
    200,
    unknown.body.replaceAll('stranger@ville.example', address),
  ])
  expect((await lastMailTo(testApp, address))?.subject).toMatch(/^Vous recevez déjà/)
  expect(await subscriptionOf(address)).toMatchObject({ language: 'fr', state: 'subscribed' })
})

test('a confirmation is good for a week, and ends when another is asked for', async () => {
  const address = 'slow@ville.example'
  await askForLetter(testApp, { address })
  const first = await letterLink(testApp, address, 'confirm')
  await askForLetter(testApp, { address, frequency: 'digest' })
  const second = await letterLink(testApp, address, 'confirm')
  const ended = await visitor().post(first)
  expect([ended.statusCode, pageWords(ended.body)]).toEqual([
    410,
    expect.stringContaining('ne confirme plus rien'),
  ])
  expect((await visitor().get(first)).body).not.toContain(address)
  testApp.clock.advance({ hours: 24 * 7 })
  expect((await visitor().post(second)).statusCode).toBe(410)
  expect(await subscriptionOf(address)).toMatchObject({ state: 'unconfirmed' })
})
