import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo, pathIn } from '../../../../test/support/read-mails.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { addPerson } from '../persons.commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ settings: { NOW: '2017-07-08' } })
})
afterAll(() => testApp.close())

let count = 0
let address = ''
beforeEach(async () => {
  address = `mayor-${++count}@limoges.example`
  await addPerson(testApp.context, { address, name: 'Dominique Exemple', language: 'ko' })
})

const linkPattern = /\/ko\/sign-in\/link\?[^"]*/

async function askForLink(form: Record<string, string> = {}): Promise<string> {
  const before = (await mailsTo(testApp, address)).length
  await browserOf(testApp).post('/fr/sign-in', { address, ...form })
  return pathIn(await awaitMail(testApp, address, before + 1), linkPattern)
}

function formOf(link: string): Record<string, string> {
  return Object.fromEntries(new URL(link, 'http://localhost').searchParams)
}

function cookieOf(answer: { headers: Record<string, unknown> }): string {
  const given = String(answer.headers['set-cookie'] ?? '')
  return given.split(';')[0] ?? ''
}

test('a link comes in the language of the person, shows who will be signed in, and signs in by one button', async () => {
  const link = await askForLink()
  const mail = await awaitMail(testApp, address)
  expect(mail).toMatchObject({ to: address, language: 'ko', subject: 'Entente 로그인 링크', isSecret: true })
  const page = await testApp.get(link)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('로그인: Dominique Exemple')
  const answer = await browserOf(testApp).post('/ko/sign-in/link', formOf(link))
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ko/account'])
  expect((await browserOf(testApp, cookieOf(answer)).get('/ko')).body).toContain('Dominique Exemple')
})

test('programmes that visit a link use nothing up', async () => {
  const link = await askForLink()
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET'] as const)
    await testApp.app.inject({ method, url: link, headers: { 'sec-purpose': 'prefetch' } })
  const answer = await browserOf(testApp).post('/ko/sign-in/link', formOf(link))
  expect(answer.statusCode).toBe(303)
})

test('a link works once, and says so the second time', async () => {
  const link = await askForLink()
  await browserOf(testApp).post('/ko/sign-in/link', formOf(link))
  const again = await browserOf(testApp).post('/en/sign-in/link', formOf(link))
  expect([again.statusCode, again.headers['set-cookie']]).toEqual([410, undefined])
  expect(again.body).toContain('This link has been used')
  expect((await testApp.get(link)).statusCode).toBe(410)
})

test('two browsers that use one link at once: one comes in', async () => {
  const link = await askForLink()
  const browser = browserOf(testApp)
  const answers = await Promise.all([1, 2, 3].map(() => browser.post('/ko/sign-in/link', formOf(link))))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 410, 410])
})

test('a link ends after a quarter of an hour of the clock, whatever day the network calls today', async () => {
  const link = await askForLink()
  testApp.clock.advance({ minutes: 14 })
  expect((await testApp.get(`${link}&now=2040-01-01`)).statusCode).toBe(200)
  testApp.clock.advance({ minutes: 2 })
  const late = await browserOf(testApp).post('/en/sign-in/link', formOf(link))
  expect(late.statusCode).toBe(410)
  expect(late.body).toContain('This link has expired')
  expect(late.body).toContain('name="address"')
})

test('the page of a link keeps its address to itself', async () => {
  const link = await askForLink()
  const page = await testApp.get(link)
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  expect(page.headers['cache-control']).toBe('no-store')
  const token = formOf(link).token ?? ''
  expect(page.body.match(new RegExp(`(?:href|src|content)="[^"]*${token}`, 'g'))).toBeNull()
  expect(page.body).toContain(`value="${token}"`)
})

test('the answer is the same whether or not there is an account', async () => {
  const browser = browserOf(testApp)
  const known = await browser.post('/fr/sign-in', { address })
  const unknown = await browser.post('/fr/sign-in', { address: 'nobody@limoges.example' })
  const stripped = ({ body }: { body: string }) =>
    body.replaceAll(address, 'ADDRESS').replaceAll('nobody@limoges.example', 'ADDRESS')
  expect(stripped(known)).toBe(stripped(unknown))
  expect(known.statusCode).toBe(unknown.statusCode)
  expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort())
  await awaitMail(testApp, address)
  expect(await mailsTo(testApp, 'nobody@limoges.example')).toEqual([])
})

test('what depends on the account is done after the answer, so that its time tells nothing', async () => {
  const browser = browserOf(testApp)
  const statements = (to: string) => testApp.countQueries(() => browser.post('/fr/sign-in', { address: to }))
  const known = await statements(address)
  await awaitMail(testApp, address)
  expect(known).toBe(await statements('nobody-else@limoges.example'))
})

test('signing in begins a session under another token than the browser had', async () => {
  const before = await signIn(testApp)
  const link = await askForLink()
  const answer = await before.post('/ko/sign-in/link', formOf(link))
  const cookie = cookieOf(answer)
  expect(cookie).not.toBe(before.cookie)
  expect((await browserOf(testApp, cookie).get('/en')).body).toContain('Dominique Exemple')
  expect((await before.get('/en')).body).toContain('Sign in')
  expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Lax$/)
})

test('goes on to a page of this site, and to no other', async () => {
  const inside = await askForLink({ next: '/fr/directory?q=limoges' })
  const answer = await browserOf(testApp).post('/ko/sign-in/link', formOf(inside))
  expect(answer.headers.location).toBe('/fr/directory?q=limoges')
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/%2f%2fevil.example']) {
    testApp.clock.advance({ minutes: 20 })
    const outside = await askForLink({ next })
    const landed = await browserOf(testApp).post('/ko/sign-in/link', { ...formOf(outside), next })
    expect(landed.headers.location).toBe('/ko/account')
    expect((await testApp.get(`/fr/sign-in?next=${encodeURIComponent(next)}`)).body).not.toContain('evil')
  }
})

test('a form sent by another site is refused, with the cookie or without', async () => {
  const link = await askForLink()
  const person = await signIn(testApp, { name: 'Camille Exemple' })
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    expect((await person.post('/fr/sign-out', {}, headers)).statusCode).toBe(403)
    expect((await browserOf(testApp).post('/ko/sign-in/link', formOf(link), headers)).statusCode).toBe(403)
  }
  expect((await person.get('/en')).body).toContain('Camille Exemple')
})

test('signing out ends the session itself, not only the cookie', async () => {
  const person = await signIn(testApp, { name: 'Camille Exemple' })
  const answer = await person.post('/en/sign-out')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/en'])
  expect(String(answer.headers['set-cookie'])).toMatch(/^entente=; /)
  expect((await person.get('/en')).body).not.toContain('Camille Exemple')
  expect((await person.get('/en/sign-out')).statusCode).toBe(404)
})

test('an address that is none is told so beside the field', async () => {
  const answer = await browserOf(testApp).post('/en/sign-in', { address: ' nowhere ' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('href="#field-address"')
  expect(answer.body).toContain('value=" nowhere "')
})

test('extra fields of a form change nothing', async () => {
  const link = await askForLink()
  const form = { ...formOf(link), personId: 'x', isOperator: 'true', role: 'chair', email: 'evil@e.example' }
  const answer = await browserOf(testApp).post('/ko/sign-in/link', form)
  const own = browserOf(testApp, cookieOf(answer))
  expect((await own.get('/en')).body).toContain('Dominique Exemple')
  const person = await testApp.context.database
    .selectFrom('people_person')
    .select(['operator_since', 'email'])
    .where('email', '=', address)
    .executeTakeFirst()
  expect(person).toEqual({ operator_since: null, email: address })
})
