import { beforeAll, expect, test } from 'vitest'
import { browserOf } from '../support/sign-in.ts'
import { type FurnishedNetwork, openFurnishedNetwork, secretAddressesOf } from './furnished-network.ts'
import { addressOf, isForAnybody, type WriteRoute, watchWriteRoutes } from './write-routes.ts'

const routes = watchWriteRoutes()
let fixture: FurnishedNetwork
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  return fixture.testApp.close
})

const group = '/:language/:network'
const [reading, leaving] = [
  `${group}/newsletter/preferences/:token`,
  `${group}/newsletter/unsubscribe/:token`,
]

/** What is opened by a secret address and writes to nobody, each with what is sent there; in an order in which each can be done. */
const writesToNobody: Readonly<Record<string, Record<string, string>>> = {
  '/:language/consent/:token': { answer: 'accepted' },
  '/:language/invitation/:token': { name: 'Nour', language: 'fr', country: 'FR', consent: 'yes' },
  [`${group}/convocations/:token`]: { answer: 'present' },
  [`${group}/partners/renewals/:wish/:token`]: {},
  [`${group}/expected/:token/consent`]: { consent: 'withdrawn' },
  [`${group}/agenda/polled/:token/answer`]: { none: 'yes' },
  [`${group}/agenda/polled/:token/answer/removal`]: {},
  [reading]: { language: 'fr', country: 'FR', frequency: 'issue' },
  [`${reading}/counting`]: { counting: 'yes' },
  [`${reading}/leaving`]: {},
  [`${reading}/reason`]: { reason: 'never' },
  [`${reading}/return`]: {},
  [leaving]: {},
  [`${leaving}/reason`]: { reason: 'never' },
  [`${leaving}/return`]: {},
  [`${group}/agenda/polled/:token/erasure`]: { sure: 'yes' },
  [`${group}/agenda/proposed/:token/erasure`]: { sure: 'yes' },
  [`${group}/expected/:token/erasure`]: { sure: 'yes' },
  [`${group}/partners/introduced/:token/erasure`]: { sure: 'yes' },
}

/** What else anybody may send as often as any page may be asked for, each with its reason. */
const others: Readonly<Record<string, string>> = {
  '/:language/sign-in': 'counts the links that are asked for, of each place and of each address',
  '/:language/sign-in/link': 'signs in, and writes to nobody',
  '/:language/sign-in/passkey': 'signs in, and writes to nobody',
  '/:language/sign-in/passkey/challenge': 'signs in, and writes to nobody',
  '/:language/sign-out': 'ends a session',
  [`${group}/agenda/:slug/registration/own`]: 'leads whoever is signed in to what is theirs',
  '/webhooks/mail-answers': 'is signed by the mail service, and writes to known addresses alone',
  '/webhooks/mail-returns': 'is signed by the mail service, and writes to nobody',
}

test('what anybody may send, and writes a mail, has a limit of its own', async () => {
  const free: string[] = []
  for (const route of routes)
    if (route.limit === null && (await isForAnybodyAtAll(route))) free.push(route.url)
  expect(free.toSorted()).toEqual([...Object.keys(writesToNobody), ...Object.keys(others)].toSorted())
})

test('what is said here to write to nobody does not', async () => {
  const before = new Set(await listMails())
  for (const [url, form] of Object.entries(writesToNobody)) {
    const addresses = secretAddressesOf(fixture, url)
    const answers = await Promise.all(
      addresses.map((address) => browserOf(fixture.testApp).post(address, form)),
    )
    const isDone = answers.some(({ statusCode }) => [200, 303].includes(statusCode))
    expect([url, isDone]).toEqual([url, true])
  }
  expect((await listMails()).filter((id) => !before.has(id))).toEqual([])
})

/** Whether somebody without an account may send a form; of an account, and of what an operator does, others see nothing. */
async function isForAnybodyAtAll({ url }: WriteRoute): Promise<boolean> {
  if (url.startsWith(`${group}/`)) return isForAnybody(url)
  if (url.startsWith('/api/')) return false
  if (!/^\/:language\/(?:account|operator)\//.test(url)) return true
  const { statusCode } = await browserOf(fixture.testApp).post(addressOf(url))
  return statusCode !== 303 && statusCode !== 404
}

async function listMails(): Promise<string[]> {
  const rows = await fixture.testApp.context.database.selectFrom('platform_mail').select('mail_id').execute()
  return rows.map((row) => row.mail_id)
}
