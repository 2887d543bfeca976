import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let networkId: string
let limoges: SignedIn
let nantes: SignedIn
let coordinator: SignedIn
const tie = '/fr/france-coree/cooperations/limoges-icheon'
const queue = '/fr/france-coree/contributions'
const api = '/api/v1/networks/france-coree/cooperations/limoges-icheon'

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  networkId = (await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow())
    .network_id
  limoges = await member('limoges')
  nantes = await member('nantes-metropole')
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())

async function member(slug: string): Promise<SignedIn> {
  const { organisation_id } = await testApp.context.database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  return signIn(testApp, { role: 'member', networkId, organisationIds: [organisation_id] })
}

const summary = async () => (await testApp.get(api, { accept: 'application/json' })).json().summary.fr

/** Suggests another summary; returns the address of the suggestion. */
async function suggest(by: SignedIn, text: string, reason = 'Lu dans la presse locale'): Promise<string> {
  const fields = await fieldsOf(by, `${tie}/edit/summary`)
  const answer = await by.post(`${tie}/edit/summary`, { ...fields, 'summary.fr.text': text, reason })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

describe('a suggestion', () => {
  it('waits in the queue of the coordinators, and is written to those whose record it is', async () => {
    const before = await summary()
    const address = await suggest(nantes, 'Une amitié de porcelaine.')
    expect(await summary()).toBe(before)
    expect((await coordinator.get(queue)).body).toContain('Lu dans la presse locale')
    const mail = await lastMailTo(testApp, limoges.address)
    expect(mail?.subject).toContain('Limoges – Icheon')
    expect(mail?.links.some((link) => link.endsWith(address))).toBe(true)
    const page = await coordinator.get(address)
    expect(page.body).toContain('Une amitié de porcelaine.')
    expect(page.body).toContain('Accepter et publier')
  })

  it('is seen by its author, by those whose record it is and by coordinators, and by nobody else', async () => {
    const address = await suggest(nantes, 'Pour leurs yeux seulement.')
    for (const browser of [nantes, limoges, coordinator])
      expect((await browser.get(address)).body).toContain('Pour leurs yeux seulement.')
    const others = [
      await member('marseille'),
      await signIn(testApp),
      await signIn(testApp, { role: 'reader', networkId }),
    ]
    for (const browser of others) {
      expect((await browser.get(address)).statusCode).toBe(404)
      expect((await browser.get(queue)).body).not.toContain('Pour leurs yeux seulement.')
      expect((await browser.post(`${address}/decision`, { decision: 'accepted' })).statusCode).toBe(404)
      expect((await browser.post(`${address}/messages`, { text: 'x' })).statusCode).toBe(404)
    }
    expect((await testApp.get(queue)).statusCode).toBe(404)
    expect((await testApp.get(address)).statusCode).toBe(404)
  })

  it('is talked about, each message written to the other side in its language', async () => {
    const address = await suggest(nantes, 'Une phrase à discuter.')
    await limoges.post(`${address}/messages`, { text: 'De quel journal s’agit-il ?' })
    expect((await lastMailTo(testApp, nantes.address))?.text).toContain('De quel journal s’agit-il ?')
    await nantes.post(`${address}/messages`, { text: 'Le Populaire du Centre.' })
    expect((await lastMailTo(testApp, limoges.address))?.text).toContain('Le Populaire du Centre.')
    const page = (await coordinator.get(address)).body
    expect(page.indexOf('De quel journal')).toBeLessThan(page.indexOf('Le Populaire du Centre.'))
    expect((await nantes.post(`${address}/messages`, { text: '  ' })).statusCode).toBe(422)
  })

  it('and its messages say that their author was erased, where no name is left', async () => {
    const author = await member('nantes-metropole')
    const address = await suggest(author, 'Une phrase dont l’auteur s’en va.')
    await author.post(`${address}/messages`, { text: 'Un mot avant de partir.' })
    const subject = { personId: author.personId, names: [], addresses: [author.address] }
    for (const { erase } of testApp.application.personalData) await erase(testApp.context, subject)
    const page = (await coordinator.get(address)).body
    expect(page).toContain('Un mot avant de partir.')
    expect(page.split('une personne dont les données ont été effacées')).toHaveLength(3)
    expect((await coordinator.get(queue)).body).toContain('une personne dont les données ont été effacées')
  })

  it('is published as its author’s change when it is accepted, once', async () => {
    const address = await suggest(nantes, 'Deux villes de la porcelaine et du céladon.')
    const accepted = await limoges.post(`${address}/decision`, { decision: 'accepted', because: 'Merci !' })
    expect(accepted.statusCode).toBe(303)
    expect(await summary()).toBe('Deux villes de la porcelaine et du céladon.')
    const history = (await coordinator.get(`${tie}/history`)).body
    expect(history).toContain('proposition acceptée')
    expect(history).toContain('Nantes Métropole')
    expect((await lastMailTo(testApp, nantes.address))?.text).toContain('Merci !')
    const again = await coordinator.post(`${address}/decision`, {
      decision: 'declined',
      because: 'trop tard',
    })
    expect(again.statusCode).toBe(409)
  })

  it('is declined with a reason, which its author receives', async () => {
    const address = await suggest(nantes, 'Une erreur manifeste.')
    const bare = await coordinator.post(`${address}/decision`, { decision: 'declined' })
    expect([bare.statusCode, bare.body.includes('Dites pourquoi')]).toEqual([422, true])
    await coordinator.post(`${address}/decision`, {
      decision: 'declined',
      because: 'La source dit autre chose.',
    })
    expect((await lastMailTo(testApp, nantes.address))?.text).toContain('La source dit autre chose.')
    expect(await summary()).not.toBe('Une erreur manifeste.')
    expect((await nantes.get(`${queue}?view=decided`)).body).toContain('écartée')
  })

  it('may be taken back by its author, who does not decide on it', async () => {
    const address = await suggest(nantes, 'Finalement non.')
    expect((await nantes.post(`${address}/decision`, { decision: 'accepted' })).statusCode).toBe(403)
    expect((await limoges.post(`${address}/decision`, { decision: 'withdrawn' })).statusCode).toBe(403)
    expect((await nantes.post(`${address}/decision`, { decision: 'withdrawn' })).statusCode).toBe(303)
    expect((await limoges.post(`${address}/decision`, { decision: 'accepted' })).statusCode).toBe(409)
  })

  it('meets what was changed since, and asks which of both stands', async () => {
    const address = await suggest(nantes, 'Ma phrase à moi.')
    const fields = await fieldsOf(limoges, `${tie}/edit/summary`)
    await limoges.post(`${tie}/edit/summary`, {
      ...fields,
      'summary.fr.text': 'Leur phrase à eux.',
      reason: 'Mise à jour',
    })
    expect((await coordinator.get(address)).body).toContain('La fiche a été modifiée depuis.')
    const met = await coordinator.post(`${address}/decision`, { decision: 'accepted', because: '' })
    expect(met.statusCode).toBe(409)
    expect(met.body).toContain('Leur phrase à eux.')
    expect(await summary()).toBe('Leur phrase à eux.')
    const seen = met.body.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
    const decided = await coordinator.post(`${address}/decision`, {
      decision: 'accepted',
      because: '',
      seen,
      'choice:summary/fr': 'mine',
    })
    expect(decided.statusCode).toBe(303)
    expect(await summary()).toBe('Ma phrase à moi.')
  })
})

it('in a network that reviews first, a member’s change of its own record waits for the coordinators', async () => {
  const choose = (publication: string) => coordinator.post(`${queue}/publication`, { publication })
  expect((await choose('sometimes')).statusCode).toBe(422)
  expect((await choose('after_review')).headers.location).toBe(`${queue}?chosen=1#publication`)
  const before = await summary()
  const address = await suggest(limoges, 'Ce que la ville voudrait dire.')
  expect(address).toContain('/contributions/')
  expect(await summary()).toBe(before)
  expect((await coordinator.get('/fr/france-coree/to-do')).body).toContain(`href="${address}"`)
  expect((await limoges.post(`${address}/decision`, { decision: 'accepted' })).statusCode).toBe(403)
  expect((await coordinator.post(`${address}/decision`, { decision: 'accepted' })).statusCode).toBe(303)
  expect(await summary()).toBe('Ce que la ville voudrait dire.')
  expect((await limoges.get(`${tie}/edit`)).body).toContain('seront proposées à ceux')
  await choose('at_once')
  await suggest(limoges, 'Ce que la ville dit aussitôt.')
  expect(await summary()).toBe('Ce que la ville dit aussitôt.')
})
