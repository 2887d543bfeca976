import { afterEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

let testApp: TestApp
afterEach(() => testApp.close())
const address = '/.well-known/security.txt'

test.each([
  [
    'Mairie de Tours, 37000 Tours, securite@tours.example, +33 2 47 00 00 00',
    'mailto:securite@tours.example',
  ],
  ['https://tours.example/contact, securite@tours.example', 'https://tours.example/contact'],
])('who finds a fault of an installation whose contact is "%s" is told %s', async (contact, told) => {
  testApp = await openTestApp({
    directory: 'none',
    settings: { PUBLISHER_CONTACT: contact, BASE_URL: 'https://entente.example' },
  })
  const { statusCode, headers, body } = await testApp.get(address)
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  // 180 days after 2 November 2026: less than the year that RFC 9116 allows.
  expect(body).toBe(
    `Contact: ${told}\nExpires: 2027-05-01T00:00:00Z\nPreferred-Languages: fr, ko, en\nCanonical: https://entente.example${address}\n`,
  )
})

test.each<Record<string, string>>([{}, { PUBLISHER_CONTACT: 'Mairie de Tours, +33 2 47 00 00 00' }])(
  'nobody is named falsely with %j',
  async (settings) => {
    testApp = await openTestApp({ directory: 'none', settings })
    expect((await testApp.get(address)).statusCode).toBe(404)
  },
)
