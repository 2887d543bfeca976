import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, it, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { hostileText } from '../../../test/support/hostile-text.ts'
import { knownActors, somebody } from '../../../test/support/known-actors.ts'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import type { Person } from '../../platform/context/actor.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { renderMail } from '../../platform/mail/rendering/render-mail.ts'
import { recordReturn } from '../../platform/mail/returns/record-return.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { asStoredMail, selectMails } from '../../platform/mail/stored-mail.ts'

const actors = new Map<string, Person>()
let networkId: string
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', identify: knownActors(actors) })
  networkId = (await buildNetwork(testApp.context, { slug: 'one' })).id
  actors.set('chair', somebody({ holdings: [{ networkId, role: 'chair', organisationIds: [] }] }))
})
afterAll(() => testApp.close())
afterEach(() => testApp.context.database.deleteFrom('platform_mail').execute())

const get = (path: string) => testApp.get(path, { authorization: 'chair' })
const send = (given: Partial<Mail> = {}) => sendMail(testApp.context, sampleMail({ networkId, ...given }))

it('draws its pages anew for each request, and keeps them nowhere', async () => {
  await send({ subject: 'Le premier' })
  const first = await get('/fr/one/outbox')
  expect(first.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  expect(first.body).toContain('<meta name="robots" content="noindex"/>')
  await send({ subject: 'Le second' })
  expect((await get('/fr/one/outbox')).body).toContain('Le second')
  expect((await testApp.get('/sitemap.xml')).body).not.toContain('outbox')
  const id = await send()
  for (const path of [`/fr/one/outbox/${id}`, `/fr/one/outbox/${id}/html`])
    expect((await get(path)).headers['cache-control']).toBe('private, no-store')
})

it('shows the HTML part as it leaves where it can do nothing, and draws its blocks on a page like any other', async () => {
  const id = await send()
  const page = await get(`/fr/one/outbox/${id}`)
  const usual = (await get('/fr')).headers['content-security-policy']
  expect(page.headers['content-security-policy']).toBe(usual)
  expect(page.body).toContain(
    '<a class="button primary" href="https://entente.example/fr/sign-in?token=abc">Se connecter</a>',
  )
  expect(page.body).toContain(`<a href="/fr/one/outbox/${id}/html">`)
  const { headers, body } = await get(`/fr/one/outbox/${id}/html`)
  expect(headers['content-security-policy']).toBe(
    "default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox",
  )
  expect(body).toBe((await drawnHtml(id)) ?? '')
})

it('hands out the calendar of a mail, and of a secret one to nobody', async () => {
  const event = {
    uid: 'a@b.example',
    stampedAt: new Date('2026-11-02T09:00:00Z'),
    start: { kind: 'day' as const, day: '2026-11-12' },
    summary: { text: 'Réunion' },
  }
  const calendar = { method: 'PUBLISH' as const, event }
  const id = await send({ calendar })
  const address = `/fr/one/outbox/${id}/invite.ics`
  expect((await get(`/fr/one/outbox/${id}`)).body).toContain(`href="${address}"`)
  const file = await get(address)
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(file.body).toContain('METHOD:PUBLISH\r\nBEGIN:VEVENT\r\nUID:a@b.example\r\n')
  const secret = await send({ calendar, isSecret: true })
  expect((await get(`/fr/one/outbox/${secret}`)).body).not.toContain('invite.ics')
  for (const path of [secret, await send()])
    expect((await get(`/fr/one/outbox/${path}/invite.ics`)).statusCode).toBe(404)
  expect((await testApp.get(address)).statusCode).toBe(404)
})

async function drawnHtml(id: string) {
  const row = await selectMails(testApp.context.database).where('mail_id', '=', id).executeTakeFirstOrThrow()
  return renderMail(testApp.application, asStoredMail(row))?.html
}

it('tells each state by a word, and what the mail server said', async () => {
  const sent = '2026-11-02T09:00:05Z'
  const retry = { last_error: '451 Try <b>later</b>', attempts: 2 }
  const states = {
    Waiting: { attempts: 0 },
    'To be tried again': retry,
    Sent: { sent_at: sent, next_attempt_at: null, attempts: 1 },
    'Not delivered': { ...retry, failed_at: sent, next_attempt_at: null },
  }
  for (const [word, change] of Object.entries(states)) {
    const id = await send({ subject: word })
    await testApp.context.database
      .updateTable('platform_mail')
      .set(change)
      .where('mail_id', '=', id)
      .execute()
    const { body } = await get(`/en/one/outbox/${id}`)
    expect(body).toMatch(new RegExp(`mail-sign" aria-hidden="true">.</span>${word}</span>`))
    if ('last_error' in change) expect(body).toContain('451 Try &lt;b>later&lt;/b>')
  }
  const { body } = await get('/en/one/outbox?state=failed')
  expect([...body.matchAll(/mail-words" href="[^"]*"[^>]*>([^<]*)</g)].map(([, subject]) => subject)).toEqual(
    ['Not delivered'],
  )
  expect((await get('/en/one/outbox?state=sent&kind=outbox.test')).body).toContain('1 result')
  expect((await get('/en/one/outbox?kind=people.signIn')).body).toContain('No mail matches these criteria')
})

it('says on the clock of each country when a mail was written', async () => {
  const id = await send()
  const { body } = await get(`/fr/one/outbox/${id}`)
  expect(body.replaceAll(/<[^>]+>/g, '')).toContain(
    'lun. 2 nov. 2026 10:00 France · 18:00 République de Corée',
  )
})

it('goes on from page to page, with as many statements for many mails as for one', async () => {
  const count = async () => {
    // The network is read again after a change.
    await get('/en/one/outbox')
    return testApp.countQueries(() => get('/en/one/outbox'))
  }
  await send()
  const one = await count()
  for (let number = 0; number < 59; number++) await send({ subject: `Mail ${number}` })
  expect(await count()).toBe(one)
  const { body } = await get('/en/one/outbox?page=2')
  expect(body).toContain('60 results')
  expect(body.match(/<th scope="row"/g)).toHaveLength(10)
  expect(body).toContain('href="/en/one/outbox" rel="prev"')
  expect((await get('/en/one/outbox?page=99')).statusCode).toBe(200)
  for (const page of ['0', '-1', 'x', '1e9', ''])
    expect((await get(`/en/one/outbox?page=${page}`)).statusCode).toBe(200)
})

test.each([
  ['fr', 'Les courriels écrits pour ce groupe apparaîtront ici'],
  ['ko', '이 그룹을 위해 작성된 전자우편이 여기에 표시됩니다'],
  ['en', 'Mails written for this group will appear here'],
])('says in %s what belongs into an empty outbox', async (language, words) => {
  const { body } = await get(`/${language}/one/outbox`)
  expect(body).toContain(words)
  expect(body).not.toContain('<table')
})

test.each([
  ['fr', 'sign-in', 'Lien de connexion'],
  ['ko', 'invitation', '초대'],
  ['en', 'address-confirmation', 'Check of an address'],
  ['fr', 'address-changed', 'Changement d’adresse'],
  ['ko', 'passkey-added', '패스키 등록'],
  ['en', 'token-made', 'New token'],
  ['fr', 'registry.confirmation', 'Demandes de confirmation'],
])('says in %s what a mail is about, and shows no code: %s', async (language, kind, words) => {
  await send({ kind })
  const { body } = await get(`/${language}/one/outbox`)
  expect(body.match(/<tbody[\s\S]*<\/tbody>/)?.[0]).toContain(`>${words}<`)
  expect(body).toContain(`<option value="${kind}">${words}</option>`)
})

it('escapes whatever somebody wrote into a mail', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const wild = `${text}<script>alert(1)</script>" onload="x`
      const id = await send({
        to: { address: 'claire@ville.example', name: wild },
        subject: wild,
        kind: wild.replaceAll('\0', ''),
        body: [{ kind: 'paragraph', text: `${wild} javascript:alert(1) https://x.example/"onclick=1` }],
      }).catch(() => null)
      if (id === null) return
      for (const path of ['/fr/one/outbox', `/fr/one/outbox/${id}`, `/fr/one/outbox/${id}/html`]) {
        const { body, statusCode } = await get(path)
        expect(statusCode).toBe(200)
        expect(body).not.toMatch(/<script>|"\s*onload="|href="javascript|\sonclick=1"/)
      }
    }),
    { numRuns: 30 },
  )
})

it('says of a mail that came back when, why and in which words, and finds it by its state', async () => {
  const id = await send({ subject: 'Revenue' })
  await send({ subject: 'Arrivée' })
  await recordReturn(testApp.application, {
    messageId: `<${id}@entente.example>`,
    recipient: null,
    kind: 'hard',
    words: '550 5.1.1 <b>User unknown</b>',
  })
  const list = (await get('/fr/one/outbox?state=returned')).body
  expect([list.includes('Revenue'), list.includes('Arrivée')]).toEqual([true, false])
  const page = (await get(`/ko/one/outbox/${id}`)).body
  expect(page).toContain('반송됨')
  expect(page).toContain('존재하지 않거나 더 이상 사용하지 않는 주소입니다.')
  expect(page).toContain('550 5.1.1 &lt;b>User unknown&lt;/b>')
})
