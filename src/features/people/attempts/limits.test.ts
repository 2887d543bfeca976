import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo } from '../../../../test/support/read-mails.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { peopleJobs } from '../jobs.ts'
import { addPerson } from '../persons.commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { TRUST_PROXY: 'true' } })
})
afterAll(() => testApp.close())
beforeEach(() => testApp.clock.advance({ hours: 2 }))

const from = (place: string) => ({ 'x-forwarded-for': place })

test('five links an account in a quarter of an hour, then a polite wait, account or not', async () => {
  await addPerson(testApp.context, { address: 'five@limoges.example', name: 'Cinq', language: 'fr' })
  for (const address of ['five@limoges.example', 'no-account@limoges.example']) {
    const statuses: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      const browser = browserOf(testApp)
      const answer = await browser.post('/en/sign-in', { address }, from(`192.0.2.${turn}`))
      statuses.push(answer.statusCode)
      if (turn === 5) {
        expect(answer.body).toContain('You can ask for another one in 15 minutes')
        expect(answer.headers['retry-after']).toBe('900')
      }
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  }
  await awaitMail(testApp, 'five@limoges.example', 5)
  expect(await mailsTo(testApp, 'no-account@limoges.example')).toEqual([])
  testApp.clock.advance({ minutes: 16 })
  const later = await browserOf(testApp).post('/en/sign-in', { address: 'five@limoges.example' })
  expect(later.statusCode).toBe(200)
})

test('twenty wishes an hour from one place, whatever the address', async () => {
  const ask = (turn: number, place: string) =>
    browserOf(testApp).post('/en/sign-in', { address: `p${turn}@city.example` }, from(place))
  for (let turn = 0; turn < 20; turn++) expect((await ask(turn, '192.0.2.50')).statusCode).toBe(200)
  expect((await ask(20, '192.0.2.50')).statusCode).toBe(429)
  expect((await ask(20, '192.0.2.51')).statusCode).toBe(200)
})

test('of two hundred guesses in a row, all but the first few are told to wait', async () => {
  const statuses = new Map<number, number>()
  for (let turn = 0; turn < 200; turn++) {
    const { statusCode } = await browserOf(testApp).post('/en/sign-in/link', { token: `guess-${turn}` })
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
  }
  expect(Object.fromEntries(statuses)).toEqual({ 404: 30, 429: 170 })
})

test('nobody’s address is kept to count by, and what is no longer counted is forgotten', async () => {
  await browserOf(testApp).post('/en/sign-in', { address: 'counted@limoges.example' }, from('192.0.2.99'))
  const kept = async () => await testApp.context.database.selectFrom('people_attempt').selectAll().execute()
  expect(JSON.stringify(await kept())).not.toMatch(/counted@|192\.0\.2/)
  testApp.clock.advance({ hours: 2 })
  for (const job of peopleJobs(testApp.application)) await job.run(null)
  expect(await kept()).toEqual([])
})
