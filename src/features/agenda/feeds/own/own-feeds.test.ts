import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../../test/support/tokens-nowhere.ts'
import { unfolded } from '../../../../../test/support/written-calendar.ts'

const group = 'france-coree'
let testApp: TestApp
let networkId: string
let member: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { rows } = await sql<{ id: string }>`
    update agenda_event set visibility = 'network', conference_url = 'https://visio.example/salle' where slug = 'guro-jump-guro-2017'
    returning network_id as id
  `.execute(testApp.context.database)
  networkId = rows[0]?.id ?? ''
  await sql`update agenda_event set published_at = null where slug = 'groupe-rencontres-2017'`.execute(
    testApp.context.database,
  )
})
afterAll(() => testApp.close())
beforeEach(async () => {
  member = await signIn(testApp, { role: 'reader', networkId })
})

/** Makes a secret address on the page for subscriptions; returns its path. */
async function make(owner = member, parameters = ''): Promise<string> {
  const page = await owner.get(`/fr/${group}/agenda/subscribe?${parameters}`)
  const [, carried = ''] = /name="parameters" value="([^"]*)"/.exec(page.body) ?? []
  const answer = await owner.post(`/fr/${group}/agenda/feeds`, {
    parameters: carried.replaceAll('&amp;', '&'),
  })
  expect([answer.statusCode, answer.headers['cache-control'], answer.headers['referrer-policy']]).toEqual([
    200,
    'no-store',
    'no-referrer',
  ])
  return /\/feeds\/[0-9a-f]{48}\.ics/.exec(answer.body)?.[0] ?? ''
}

const account = async (owner = member) => (await owner.get('/fr/account')).body
const idOf = (page: string) => /account\/feeds\/([0-9a-f-]{36})\/end/.exec(page)?.[1] ?? ''

test('shows its owner’s calendar what they may see, without a session, and nothing that was withdrawn', async () => {
  const address = await make()
  const answer = await testApp.get(address)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
  })
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  const calendar = unfolded(answer.body)
  expect(calendar).toContain('agenda/guro-jump-guro-2017')
  expect(calendar).toContain(
    'CONFERENCE;VALUE=URI;LABEL=Rejoindre la visioconférence:https://visio.example/salle',
  )
  expect(calendar).not.toContain('groupe-rencontres-2017')
  expect(calendar).not.toContain(address.slice(7, 40))
  expect(unfolded((await testApp.get(`/fr/${group}/agenda.ics`)).body)).not.toContain('guro-jump-guro-2017')
})

test('keeps the filter and the language with which it was made', async () => {
  const address = await make(member, 'theme=culture&q=nantes')
  const calendar = unfolded((await testApp.get(address)).body)
  expect(calendar.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(0)
  expect(calendar).not.toContain('guro-jump-guro-2017')
  const page = pageWords(await account())
  expect(page).toContain('français')
  expect(page).toContain('Thème – culture')
  expect(page).toContain('Mots-clés – nantes')
})

test('is shown once: what is kept is a digest, and the account page names no secret', async () => {
  const address = await make()
  const secret = address.slice(7, -4)
  expect(await tokensNowhere(testApp, secret)).toEqual([])
  expect(await account()).not.toContain(secret.slice(0, 10))
})

test('says when it was last fetched, to the day', async () => {
  const address = await make()
  expect(pageWords(await account())).toContain('Pas encore lue par un calendrier.')
  await testApp.get(address)
  expect(pageWords(await account())).toContain(
    'Lue par un calendrier pour la dernière fois le 2 novembre 2026.',
  )
})

test('is answered again only when something has changed, in one language or role of its owner or in the agenda', async () => {
  const address = await make()
  const { headers } = await testApp.get(address)
  const again = await testApp.get(address, { 'if-none-match': String(headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  const packed = await testApp.get(address, { 'accept-encoding': 'gzip' })
  expect(packed.headers['content-encoding']).toBe('gzip')
})

test('is renewed, so that the address before is none any more, and withdrawn', async () => {
  const first = await make()
  const id = idOf(await account())
  const renewed = await member.post(`/fr/account/feeds/${id}/renewal`)
  const second = /\/feeds\/[0-9a-f]{48}\.ics/.exec(renewed.body)?.[0] ?? ''
  expect((await testApp.get(first)).statusCode).toBe(404)
  expect((await testApp.get(second)).statusCode).toBe(200)
  expect(pageWords(await account())).toContain('Renouvelée le 2 novembre 2026.')
  const ended = await member.post(`/fr/account/feeds/${id}/end`)
  expect([ended.statusCode, ended.headers.location]).toEqual([303, '/fr/account#feeds'])
  expect((await testApp.get(second)).statusCode).toBe(404)
  expect(pageWords(await account())).toContain('Aucune adresse personnelle')
})

test('belongs to its owner: nobody else renews or withdraws it', async () => {
  const address = await make()
  const id = idOf(await account())
  const other = await signIn(testApp, { role: 'coordinator', networkId })
  for (const act of ['renewal', 'end']) {
    expect((await other.post(`/fr/account/feeds/${id}/${act}`)).statusCode).toBe(404)
    expect((await member.post(`/fr/account/feeds/not-an-id/${act}`)).statusCode).toBe(404)
  }
  expect((await testApp.get(address)).statusCode).toBe(200)
})

test('is made by those who hold a role in the network, at most twenty times', async () => {
  const { id } = await buildNetwork(testApp.context)
  const stranger = await signIn(testApp, { role: 'coordinator', networkId: id })
  expect((await stranger.post(`/fr/${group}/agenda/feeds`, { parameters: '' })).statusCode).toBe(404)
  expect((await testApp.app.inject({ method: 'POST', url: `/fr/${group}/agenda/feeds` })).statusCode).toBe(
    404,
  )
  for (let made = 0; made < 20; made++) await make()
  const full = await member.post(`/fr/${group}/agenda/feeds`, { parameters: '' })
  expect([full.statusCode, pageWords(full.body).includes('Vous avez déjà vingt adresses')]).toEqual([
    422,
    true,
  ])
})

test('loses with a role what the role gave, and shows an operator no more than their roles do', async () => {
  const [address, above] = [
    await make(),
    await signIn(testApp, { role: 'reader', networkId, isOperator: true }),
  ]
  const theirs = await make(above)
  const { rows } = await sql<{ slug: string }>`
    update agenda_event set visibility = 'hosts' where slug = 'la-rochelle-grand-pavois-2018' returning slug
  `.execute(testApp.context.database)
  expect(rows).toHaveLength(1)
  expect(unfolded((await testApp.get(theirs)).body)).not.toContain('la-rochelle-grand-pavois-2018')
  const [, role = ''] = /account\/roles\/([0-9a-f-]{36})\/end/.exec(await account()) ?? []
  expect((await member.post(`/fr/account/roles/${role}/end`)).statusCode).toBe(303)
  const calendar = unfolded((await testApp.get(address)).body)
  expect(calendar).not.toContain('guro-jump-guro-2017')
  expect(calendar).toContain('paris-delegation-seoul-2017')
})

test('goes with the account, and is read out before', async () => {
  const address = await make()
  const data = (await member.get('/fr/account/data')).body
  expect(data).toContain('Adresses personnelles de l’agenda')
  const subject = { personId: member.personId, names: [], addresses: [member.address] }
  for (const { erase } of testApp.application.personalData) await erase(testApp.context, subject)
  expect((await testApp.get(address)).statusCode).toBe(404)
})

test('is nothing under a made-up address', async () => {
  for (const secret of ['0'.repeat(48), 'x', '%00', '../france-coree/agenda'])
    expect((await testApp.get(`/feeds/${secret}.ics`)).statusCode).toBe(404)
})
