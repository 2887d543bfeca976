import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'

let house: TestApp
let address: string
beforeAll(async () => {
  house = await openTestApp({ directory: 'none', settings: { DEMO: 'france-coree' } })
  const { slug } = await buildNetwork(house.context)
  const id = await sendMail(house.context, sampleMail({ isSecret: true, subject: 'Votre lien' }))
  address = `/fr/${slug}/outbox`
  expect((await house.get(address)).body).toContain(`href="${address}/${id}"`)
  address = `${address}/${id}`
})
afterAll(() => house.close())

it('shows anybody on this machine the link that signs in', async () => {
  const { body, statusCode } = await house.get(address)
  expect(statusCode).toBe(200)
  expect(body).toContain('<a href="https://entente.example/fr/sign-in?token=abc">')
  expect((await house.get(`${address}/html`)).body).toContain('token=abc')
})

test.each([
  [{ 'x-forwarded-for': '192.0.2.1' }],
  [{ forwarded: 'for=192.0.2.1' }],
  [{ via: '1.1 proxy' }],
  [{ host: 'entente.example' }],
  [{ host: 'rebound.example:3000' }],
])('shows nothing to a request with %j', async (headers: Record<string, string>) => {
  for (const path of [address, `${address}/html`, address.replace(/\/[^/]+$/, '')]) {
    const { body, statusCode } = await house.get(path, headers)
    expect(statusCode).toBe(404)
    expect(body).not.toMatch(/token=abc|Votre lien/)
  }
})

it('shows nothing to another machine', async () => {
  const answer = await house.app.inject({ url: address, remoteAddress: '192.0.2.1' })
  expect(answer.statusCode).toBe(404)
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
      const { body, statusCode } = await other.get(path)
      expect(statusCode).toBe(404)
      expect(body).not.toContain('Votre lien')
    }
  } finally {
    await other.close()
  }
})
