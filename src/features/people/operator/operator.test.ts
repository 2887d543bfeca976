import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { lookUpNetwork } from '../../networks/index.ts'

let testApp: TestApp
let operator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  operator = await signIn(testApp, { isOperator: true })
})
afterAll(() => testApp.close())

const form = {
  slug: 'france-maroc',
  networkName: '',
  countries: 'fr, MA',
  languages: 'fr ar en',
  address: 'first@rabat.example',
  name: 'Amal Exemple',
  language: 'fr',
}

test('only who looks after the server sees its groups or makes one', async () => {
  const { id, slug } = await buildNetwork(testApp.context, { slug: 'hidden-from-most' })
  const asking = [
    browserOf(testApp),
    await signIn(testApp, { role: 'chair', networkId: id }),
    await signIn(testApp, { role: 'coordinator', networkId: id }),
  ]
  for (const browser of asking) {
    const page = await browser.get('/en/operator')
    expect([page.statusCode, page.body.includes(slug)]).toEqual([404, false])
    expect((await browser.post('/en/operator/networks', form)).statusCode).toBe(404)
  }
  expect(await lookUpNetwork(testApp.context, form.slug)).toBeNull()
  expect((await operator.get('/en/operator')).body).toContain(slug)
})

test('makes a group and invites its first coordinator in one go', async () => {
  const answer = await operator.post('/en/operator/networks', form)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/en/france-maroc/people'])
  expect(await lookUpNetwork(testApp.context, 'france-maroc')).toMatchObject({
    countries: ['FR', 'MA'],
    languages: ['fr', 'ar', 'en'],
    name: { fr: 'France – Maroc' },
  })
  expect((await awaitMail(testApp, 'first@rabat.example')).subject).toContain('France')
  expect((await operator.get('/en/france-maroc/people')).body).toContain('first@rabat.example')
})

test.each([
  [{ slug: 'Écrit Mal' }, 'Only small letters'],
  [{ slug: 'sign-in' }, 'the address of a page of the site'],
  [{ slug: 'hidden-from-most' }, 'A group has this address already'],
  [{ countries: 'FR, ZZ' }, 'two-letter codes of countries'],
  [{ languages: 'fr, fr' }, 'codes of languages, each once'],
  [{ address: 'nobody' }, 'is not an e-mail address'],
])('says beside the field what is wrong with %j', async (wrong, said) => {
  const answer = await operator.post('/en/operator/networks', { ...form, slug: 'france-x', ...wrong })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(said)
  expect(await lookUpNetwork(testApp.context, 'france-x')).toBeNull()
})
