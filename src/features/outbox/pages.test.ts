import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { hostileText } from '../../../test/support/hostile-text.ts'
import { knowActors, somebody } from '../../../test/support/known-actors.ts'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import type { Person, Role } from '../../platform/context/actor.ts'
import { newId } from '../../platform/context/identifier.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'

const names = [
  'chair',
  'coordinator',
  'inviter',
  'member',
  'contributor',
  'reader',
  'neighbour',
  'program',
  'operator',
] as const
type Name = (typeof names)[number]
const actors = new Map<Name, Person>()
const networkId = { one: '', other: '' }
const inviterId = newId()

function introduceActors(): void {
  const holder = (role: Role, given: Partial<Person> = {}, of = networkId.one) =>
    somebody({ holdings: [{ networkId: of, role, organisationIds: [] }], ...given })
  actors
    .set('chair', holder('chair'))
    .set('coordinator', holder('coordinator'))
    .set('inviter', holder('coordinator', { personId: inviterId }))
    .set('member', holder('member'))
    .set('contributor', holder('contributor'))
    .set('reader', holder('reader'))
    .set('neighbour', holder('chair', {}, networkId.other))
    .set('program', holder('chair', { scopes: ['read'] }))
    .set('operator', somebody({ isOperator: true }))
}

let house: TestApp
beforeAll(async () => {
  knowActors(actors)
  house = await openTestApp({ directory: 'none' })
  networkId.one = (await buildNetwork(house.context, { slug: 'one' })).id
  networkId.other = (await buildNetwork(house.context, { slug: 'other' })).id
  introduceActors()
})
afterAll(() => house.close())
afterEach(() => house.context.database.deleteFrom('platform_mail').execute())

const get = (path: string, name?: Name) => house.get(path, name ? { authorization: name } : {})
const send = (given: Partial<Mail> = {}) =>
  sendMail(house.context, sampleMail({ networkId: networkId.one, ...given }))

const token = 'token=abc'

describe('the outbox of a group', () => {
  test.each(['chair', 'coordinator', 'operator'] as const)('is open to its %s', async (name) => {
    const id = await send({ subject: 'Invitation au groupe' })
    const list = await get('/fr/one/outbox', name)
    expect(list.statusCode).toBe(200)
    expect(list.body).toContain(`<a class="mail-words" href="/fr/one/outbox/${id}">Invitation au groupe</a>`)
    expect(list.body).toContain('claire@ville.example')
    const mail = await get(`/fr/one/outbox/${id}`, name)
    expect(mail.body).toContain(`<a href="https://entente.example/fr/sign-in?${token}">`)
    expect((await get(`/fr/one/outbox/${id}/html`, name)).body).toContain(token)
  })

  test.each([undefined, 'member', 'contributor', 'reader', 'neighbour', 'program'] as const)(
    'does not exist for %s',
    async (name) => {
      const id = await send({ subject: 'Invitation au groupe' })
      for (const path of ['/fr/one/outbox', `/fr/one/outbox/${id}`, `/fr/one/outbox/${id}/html`]) {
        const answer = await get(path, name)
        expect(answer.statusCode).toBe(404)
        expect(answer.body).not.toMatch(/Invitation au groupe|claire@ville|token=abc/)
      }
      // What exists is answered like what does not.
      expect((await get(`/fr/one/outbox/${newId()}`, name)).statusCode).toBe(404)
    },
  )

  it('shows a mail of another group to nobody of this one, under no address', async () => {
    const id = await send({ networkId: networkId.other, subject: 'Chez les voisins' })
    expect((await get('/fr/one/outbox', 'chair')).body).not.toContain('Chez les voisins')
    expect((await get(`/fr/one/outbox/${id}`, 'chair')).statusCode).toBe(404)
    expect((await get(`/fr/other/outbox/${id}`, 'chair')).statusCode).toBe(404)
    expect((await get(`/fr/other/outbox/${id}`, 'neighbour')).statusCode).toBe(200)
  })

  it('shows mails of no group to operators alone', async () => {
    const id = await send({ networkId: null, subject: 'Sans groupe' })
    expect((await get('/fr/one/outbox', 'operator')).body).toContain('Sans groupe')
    expect((await get('/fr/one/outbox', 'chair')).body).not.toContain('Sans groupe')
    expect((await get(`/fr/one/outbox/${id}`, 'chair')).statusCode).toBe(404)
  })

  test.each(['/fr/one/outbox/x', "/fr/one/outbox/'--", '/fr/one/outbox/x/html', '/fr/nowhere/outbox'])(
    'answers 404 at %s',
    async (path) => {
      expect((await get(path, 'operator')).statusCode).toBe(404)
    },
  )
})

describe('a secret mail', () => {
  const secret = { isSecret: true, subject: 'Votre lien', readableBy: inviterId }

  test.each(['chair', 'coordinator', 'operator'] as const)(
    'shows the %s that it was written, and neither link nor text',
    async (name) => {
      const id = await send(secret)
      expect((await get('/fr/one/outbox', name)).body).toContain('Votre lien')
      const { body, statusCode } = await get(`/fr/one/outbox/${id}`, name)
      expect(statusCode).toBe(200)
      expect(body).toContain('claire@ville.example')
      expect(body).toContain('seul son destinataire peut le lire')
      expect(body).not.toMatch(/token=abc|Bonjour, voici|<iframe/)
      expect((await get(`/fr/one/outbox/${id}/html`, name)).statusCode).toBe(404)
    },
  )

  it('is read by the one who invited', async () => {
    const id = await send(secret)
    expect((await get(`/fr/one/outbox/${id}`, 'inviter')).body).toContain(token)
    expect((await get(`/fr/one/outbox/${id}/html`, 'inviter')).body).toContain(token)
  })

  it('says when its text was removed', async () => {
    const id = await send()
    await house.context.database.updateTable('platform_mail').set({ body: null }).execute()
    const { body } = await get(`/en/one/outbox/${id}`, 'chair')
    expect(body).toContain('The text of this mail has been removed')
    expect((await get(`/en/one/outbox/${id}/html`, 'chair')).statusCode).toBe(404)
  })
})

describe('the pages', () => {
  it('are drawn anew for each request and kept nowhere', async () => {
    await send({ subject: 'Le premier' })
    const first = await get('/fr/one/outbox', 'chair')
    expect(first.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
    expect(first.body).toContain('<meta name="robots" content="noindex"/>')
    await send({ subject: 'Le second' })
    expect((await get('/fr/one/outbox', 'chair')).body).toContain('Le second')
    expect((await house.get('/sitemap.xml')).body).not.toContain('outbox')
    const id = await send()
    for (const path of [`/fr/one/outbox/${id}`, `/fr/one/outbox/${id}/html`])
      expect((await get(path, 'chair')).headers['cache-control']).toBe('private, no-store')
  })

  it('let the HTML part stand in a frame of theirs, where it can do nothing', async () => {
    const id = await send()
    const page = await get(`/fr/one/outbox/${id}`, 'chair')
    expect(page.body).toContain(`<iframe class="mail-frame" src="/fr/one/outbox/${id}/html"`)
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none';.*;frame-src 'self'$/)
    const { headers, body } = await get(`/fr/one/outbox/${id}/html`, 'chair')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none';frame-ancestors 'self';" +
        'sandbox allow-top-navigation-by-user-activation',
    )
    expect(headers['x-frame-options']).toBe('SAMEORIGIN')
    expect(body).toMatch(/^<!doctype html><html lang="fr" dir="ltr"><head><base target="_top">/)
  })

  it('tell each state by a word, and what the mail server said', async () => {
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
      await house.context.database
        .updateTable('platform_mail')
        .set(change)
        .where('mail_id', '=', id)
        .execute()
      const { body } = await get(`/en/one/outbox/${id}`, 'chair')
      expect(body).toMatch(new RegExp(`mail-sign" aria-hidden="true">.</span>${word}</span>`))
      if ('last_error' in change) expect(body).toContain('451 Try &lt;b>later&lt;/b>')
    }
    const { body } = await get('/en/one/outbox?state=failed', 'chair')
    expect(
      [...body.matchAll(/mail-words" href="[^"]*"[^>]*>([^<]*)</g)].map(([, subject]) => subject),
    ).toEqual(['Not delivered'])
    expect((await get('/en/one/outbox?state=sent&kind=outbox.test', 'chair')).body).toContain('1 result')
    expect((await get('/en/one/outbox?kind=people.signIn', 'chair')).body).toContain(
      'No mail matches these criteria',
    )
  })

  it('say on the clock of each country when a mail was written', async () => {
    const id = await send()
    const { body } = await get(`/fr/one/outbox/${id}`, 'chair')
    expect(body.replaceAll(/<[^>]+>/g, '')).toContain(
      'lun. 2 nov. 2026 10:00 France · 18:00 République de Corée',
    )
  })

  it('go on from page to page, with as many statements for many mails as for one', async () => {
    await send()
    const one = await house.countQueries(() => get('/en/one/outbox', 'chair'))
    for (let number = 0; number < 59; number++) await send({ subject: `Mail ${number}` })
    expect(await house.countQueries(() => get('/en/one/outbox', 'chair'))).toBe(one)
    const { body } = await get('/en/one/outbox?page=2', 'chair')
    expect(body).toContain('60 results')
    expect(body.match(/<th scope="row"/g)).toHaveLength(10)
    expect(body).toContain('href="/en/one/outbox" rel="prev"')
    expect((await get('/en/one/outbox?page=99', 'chair')).statusCode).toBe(200)
    for (const page of ['0', '-1', 'x', '1e9', ''])
      expect((await get(`/en/one/outbox?page=${page}`, 'chair')).statusCode).toBe(200)
  })

  test.each([
    ['fr', 'Les messages écrits pour ce groupe apparaîtront ici'],
    ['ko', '이 그룹을 위해 작성된 메일이 여기에 표시됩니다'],
    ['en', 'Mails written for this group will appear here'],
  ])('say in %s what belongs into an empty outbox', async (language, words) => {
    const { body } = await get(`/${language}/one/outbox`, 'chair')
    expect(body).toContain(words)
    expect(body).not.toContain('<table')
  })

  it('escape whatever somebody wrote into a mail', async () => {
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
          const { body, statusCode } = await get(path, 'chair')
          expect(statusCode).toBe(200)
          expect(body).not.toMatch(/<script>|"\s*onload="|href="javascript|\sonclick=1"/)
        }
      }),
      { numRuns: 30 },
    )
  })
})
