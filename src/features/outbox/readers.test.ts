import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { knownActors, somebody } from '../../../test/support/known-actors.ts'
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

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', identify: knownActors(actors) })
  networkId.one = (await buildNetwork(testApp.context, { slug: 'one' })).id
  networkId.other = (await buildNetwork(testApp.context, { slug: 'other' })).id
  introduceActors()
})
afterAll(() => testApp.close())
afterEach(() => testApp.context.database.deleteFrom('platform_mail').execute())

const get = (path: string, name?: Name) => testApp.get(path, name ? { authorization: name } : {})
const send = (given: Partial<Mail> = {}) =>
  sendMail(testApp.context, sampleMail({ networkId: networkId.one, ...given }))

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
      expect(body).not.toMatch(/token=abc|Bonjour, voici|class="mail-body"/)
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
    await testApp.context.database.updateTable('platform_mail').set({ body: null }).execute()
    const { body } = await get(`/en/one/outbox/${id}`, 'chair')
    expect(body).toContain('The text of this mail has been removed')
    expect((await get(`/en/one/outbox/${id}/html`, 'chair')).statusCode).toBe(404)
  })
})
