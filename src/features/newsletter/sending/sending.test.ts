import { generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { beforeAll, expect, test } from 'vitest'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openSendings, type Sendings } from '../../../../test/support/send-letters.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { dnsRecordOf, loadDkimKey } from '../../../platform/mail/dkim-key.ts'

let fixture: Sendings
beforeAll(async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const DKIM_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  fixture = await openSendings({
    directory: 'none',
    settings: { DKIM_KEY, MAIL_FROM: 'Groupe-pays <lettre@entente.example>' },
  })
  return fixture.close
})

const addresses = () => fixture.received().map(({ to }) => to)

test('an issue reaches its readers in three languages, each at nine on their own clock, and its links are theirs', async () => {
  const { house: testApp, letters } = fixture
  testApp.clock.moveTo('2026-11-02T14:00:00Z')
  await fixture.subscribe({ address: 'claire@ville.example' })
  await fixture.subscribe({ address: 'kim@icheon.example', language: 'ko', country: 'KR' })
  await fixture.subscribe({ address: 'ann@embassy.example', language: 'en', country: 'KR' })
  await fixture.approve([fixture.item('event:1', 'Semaine coréenne')])

  const plan = pageWords((await fixture.keeper.get(`/fr/${letters}/draft/sending`)).body)
  expect(plan).toMatch(/France 1 mar\. 3 nov\. 2026, 09:00 Paris/)
  expect(plan).toMatch(/République de Corée 2 mar\. 3 nov\. 2026, 09:00 Séoul 3 nov\. 2026, 01:00/)
  expect(plan).toContain('Envoyer à 3 abonnés')
  // No mail server is configured for this server’s pages.
  expect(plan).toContain('Aucun serveur de courriel n’est configuré')

  const { status, to } = await fixture.order('2026-11-02')
  expect(status).toBe(303)
  expect((await testApp.get(`/fr/${letters}/1`)).statusCode).toBe(200)
  await fixture.work()
  expect(await fixture.deliver()).toBe(0)
  testApp.clock.moveTo('2026-11-02T23:59:59Z')
  expect(await fixture.deliver()).toBe(0)
  testApp.clock.moveTo('2026-11-03T00:00:00Z')
  await fixture.deliver()
  expect(addresses().toSorted()).toEqual(['ann@embassy.example', 'kim@icheon.example'])
  testApp.clock.moveTo('2026-11-03T08:00:00Z')
  await fixture.deliver()
  expect(addresses()).toHaveLength(3)

  const mails = Object.fromEntries(fixture.received().map((mail) => [mail.to, mail]))
  expect(mails['claire@ville.example']?.text).toContain('À venir ici')
  expect(mails['kim@icheon.example']?.text).toContain('여기 예정')
  expect(mails['ann@embassy.example']?.text).toContain('Coming here')
  // The sender is the group, by its name in the reader’s language, and not this server.
  expect(mails['claire@ville.example']?.headers.from?.[0]).toContain(`Groupe ${fixture.slug}`)
  expect(mails['kim@icheon.example']?.headers.from?.[0]).toContain(`${fixture.slug} 그룹`)
  expect(mails['kim@icheon.example']?.headers.from?.[0]).toContain('<lettre@entente.example>')
  const record = dnsRecordOf(loadDkimKey(testApp.application.settings)!)
  for (const { headers, html, raw, to: address } of fixture.received()) {
    const { results } = await dkimVerify(raw, { resolver: async () => [[record.text]] })
    expect(results.map(({ status }) => status.result)).toEqual(['pass'])
    expect(headers).toMatchObject({
      'list-id': [expect.stringContaining(`newsletter.${fixture.slug}.`)],
      'list-unsubscribe-post': ['List-Unsubscribe=One-Click'],
    })
    const link = /href="([^"]*\/newsletter\/preferences\/[0-9a-f]+)"/.exec(html)?.[1] ?? ''
    const page = await testApp.get(new URL(link).pathname)
    expect([page.statusCode, page.body.includes(address)]).toEqual([200, true])
  }
  const leaving =
    /<(.*)>/.exec(mails['claire@ville.example']?.headers['list-unsubscribe']?.[0] ?? '')?.[1] ?? ''
  const left = await testApp.app.inject({
    method: 'POST',
    url: new URL(leaving).pathname,
    payload: 'List-Unsubscribe=One-Click',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  })
  expect(left.statusCode).toBe(200)

  const page = pageWords((await fixture.keeper.get(to)).body)
  expect(page).toMatch(/3 envoyées/)
  expect(page).toContain('1 personne s’est désabonnée dans les sept jours')
  expect((await browserOf(testApp).get(to)).statusCode).toBe(404)
})
