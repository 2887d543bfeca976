import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { setOperator } from '../persons.commands.ts'
import { lookUpSession } from './queries.ts'
import { readSignedToken, signToken } from './session-cookie.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

test('a page names who is signed in, and shows everybody else the way in', async () => {
  const person = await signIn(testApp, { name: 'Camille Exemple' })
  const own = await person.get('/en')
  expect(own.body).toContain('<a href="/en/account">')
  expect(own.body).toContain('Camille Exemple')
  expect(own.headers['cache-control']).toBe('private, no-cache')
  const anybody = await testApp.get('/en')
  expect(anybody.body).toContain('<a href="/en/sign-in?next=%2Fen" rel="nofollow">Sign in</a>')
  expect(anybody.body).not.toContain('Camille Exemple')
})

test('roles held at this instant come with the session, in one statement', async () => {
  const { id } = await buildNetwork(testApp.context)
  const limoges = await findReference(testApp.context, 'limoges')
  const person = await signIn(testApp, { role: 'member', networkId: id, organisationIds: [limoges.id] })
  const token = readSignedToken(
    testApp.application.secret,
    decodeURIComponent(person.cookie.split('=').slice(1).join('=')),
  )
  const count = await testApp.countQueries(async () => {
    const session = await lookUpSession(testApp.application, token ?? '')
    expect(session?.holdings).toEqual([{ networkId: id, role: 'member', organisationIds: [limoges.id] }])
  })
  expect(count).toBe(1)
})

test('a cookie that was not signed here is nobody’s, and costs the database nothing', async () => {
  const forged = browserOf(testApp, `entente=${encodeURIComponent(signToken('another secret', 'guess'))}`)
  const warm = await testApp.countQueries(() => testApp.get('/en/legal'))
  let page = ''
  const count = await testApp.countQueries(async () => {
    page = (await forged.get('/en/legal')).body
  })
  expect(page).toContain('Sign in')
  expect(count).toBeLessThanOrEqual(warm)
})

test('a session ends a month after its last use', async () => {
  const person = await signIn(testApp, { name: 'Jiwoo Example' })
  const start = testApp.clock.now().toString()
  testApp.clock.advance({ days: 20 })
  expect((await person.get('/en')).body).toContain('Jiwoo Example')
  testApp.clock.advance({ days: 20 })
  expect((await person.get('/en')).body).toContain('Jiwoo Example')
  testApp.clock.advance({ days: 31 })
  expect((await person.get('/en')).body).not.toContain('Jiwoo Example')
  testApp.clock.moveTo(start)
})

test('a session that is used every day ends after ninety days, an operator’s after twenty-four hours', async () => {
  const start = testApp.clock.now().toString()
  const person = await signIn(testApp, { name: 'Jiwoo Example' })
  const operator = await signIn(testApp, { name: 'Ops Example', isOperator: true })
  const isIn = async (browser: typeof person, name: string) => (await browser.get('/en')).body.includes(name)
  for (let hours = 6; hours < 24; hours += 6) {
    testApp.clock.advance({ hours: 6 })
    expect([hours, await isIn(operator, 'Ops Example')]).toEqual([hours, true])
  }
  testApp.clock.advance({ hours: 7 })
  expect(await isIn(operator, 'Ops Example')).toBe(false)
  for (let day = 5; day < 90; day += 5) {
    testApp.clock.advance({ days: 5 })
    expect([day, await isIn(person, 'Jiwoo Example')]).toEqual([day, true])
  }
  testApp.clock.advance({ days: 5 })
  expect(await isIn(person, 'Jiwoo Example')).toBe(false)
  testApp.clock.moveTo(start)
})

test('who is put above every network signs in anew, for as long as an operator may', async () => {
  const person = await signIn(testApp, { name: 'Soon Operator' })
  await setOperator(testApp.context, person.personId, true)
  expect((await person.get('/en')).body).not.toContain('Soon Operator')
})

test('over TLS the cookie belongs to this host alone, for all of it, and never goes in the clear', async () => {
  const overTls = await openTestApp({ directory: 'none', settings: { BASE_URL: 'https://entente.example' } })
  const person = await signIn(overTls, { name: 'Over Tls' })
  expect(person.cookie).toMatch(/^__Host-entente=/)
  expect((await person.get('/en')).body).toContain('Over Tls')
  const answer = await person.post('/en/sign-out', {}, { origin: 'https://entente.example' })
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^__Host-entente=; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?!.*Domain)/,
  )
  await overTls.close()
})

test('an operator’s session lasts a working day, and is written down anew by use', async () => {
  const operator = await signIn(testApp, { name: 'Ops Example', isOperator: true })
  const start = testApp.clock.now().toString()
  testApp.clock.advance({ hours: 7 })
  expect((await operator.get('/en')).body).toContain('Ops Example')
  testApp.clock.advance({ hours: 7 })
  expect((await operator.get('/en')).body).toContain('Ops Example')
  testApp.clock.advance({ hours: 9 })
  expect((await operator.get('/en')).body).not.toContain('Ops Example')
  testApp.clock.moveTo(start)
})

test('a role that has ended goes with the next request, without signing anybody out', async () => {
  const { id, slug } = await buildNetwork(testApp.context)
  const person = await signIn(testApp, { role: 'coordinator', networkId: id })
  expect((await person.get(`/en/${slug}/people`)).statusCode).toBe(200)
  await testApp.context.database
    .updateTable('people_role')
    .set({ ends_at: testApp.clock.now().toString() })
    .where('person_id', '=', person.personId)
    .execute()
  expect((await person.get(`/en/${slug}/people`)).statusCode).toBe(404)
  expect((await person.get('/en/account')).statusCode).toBe(200)
})

test('NOW and ?now= never touch a session', async () => {
  const past = await openTestApp({ directory: 'none', settings: { NOW: '1999-01-01' } })
  const person = await signIn(past, { name: 'Sans Époque' })
  for (const now of ['1990-01-01', '2090-01-01'])
    expect((await person.get(`/en?now=${now}`)).body).toContain('Sans Époque')
  await past.close()
})
