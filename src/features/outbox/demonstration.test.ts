import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { outboxWithKey } from './request.ts'

let testApp: TestApp
let list: string
let address: string
let key: string
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { DEMO: 'france-coree' } })
  const { slug } = await buildNetwork(testApp.context)
  const id = await sendMail(testApp.context, sampleMail({ isSecret: true, subject: 'Votre lien' }))
  list = `/fr/${slug}/outbox`
  address = `${list}/${id}`
  key = new URL(outboxWithKey(testApp.application, slug)).search
})
afterAll(() => testApp.close())

it('shows whoever brings the key that the start prints the link that signs in, and keeps the key in a cookie', async () => {
  const { statusCode, body, headers } = await testApp.get(`${list}${key}`)
  expect(statusCode).toBe(200)
  expect(body).toContain(`href="${address}"`)
  const [kept = '', ...attributes] = String(headers['set-cookie']).split('; ')
  expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax'])
  const mail = await testApp.get(address, { cookie: kept })
  expect(mail.body).toContain('<a href="https://entente.example/fr/sign-in?token=abc">')
  expect(mail.headers['set-cookie']).toBeUndefined()
  expect((await testApp.get(`${address}/html`, { cookie: kept })).body).toContain('token=abc')
  // Whatever the proxy says of itself: the holder of the key was given it.
  expect((await testApp.get(list, { cookie: kept, 'x-forwarded-for': '192.0.2.1' })).statusCode).toBe(200)
})

// The address of a proxy on the same machine that does not name its client, first.
test.each([
  [{ host: 'localhost:3000' }, ''],
  [{ host: '127.0.0.1:3000', 'x-forwarded-for': '192.0.2.1' }, ''],
  [{ cookie: 'entente-outbox=' }, ''],
  [{ cookie: `entente-outbox=${'0'.repeat(48)}` }, ''],
  [{ host: 'localhost:3000' }, '?key='],
  [{ host: 'localhost:3000' }, `?key=${'0'.repeat(48)}`],
  [{ host: 'localhost:3000' }, '?key=a&key=b'],
])('shows nothing to a request with %j and the parameters "%s"', async (headers, parameters) => {
  for (const path of [list, address, `${address}/html`, `${address}/invite.ics`]) {
    const answer = await testApp.get(`${path}${parameters}`, headers as Record<string, string>)
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.body).not.toMatch(/token=abc|Votre lien/)
  }
})

test.each([
  ['BASE_URL', 'https://entente.example'],
  ['HOST', '0.0.0.0'],
  ['DEMO', 'none'],
])('shows nothing with %s=%s', async (name, value) => {
  const other = await openTestApp({ directory: 'none', settings: { DEMO: 'france-coree', [name]: value } })
  try {
    const { slug } = await buildNetwork(other.context)
    const id = await sendMail(other.context, sampleMail({ subject: 'Votre lien' }))
    for (const path of [`/fr/${slug}/outbox`, `/fr/${slug}/outbox/${id}`]) {
      const { body, statusCode } = await other.get(
        `${path}${new URL(outboxWithKey(other.application, slug)).search}`,
      )
      expect(statusCode).toBe(404)
      expect(body).not.toContain('Votre lien')
    }
  } finally {
    await other.close()
  }
})
