import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedBeforeErasure } from '../../../../../test/support/erasure.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { openProposalQueue, type ProposalQueue } from '../../../../../test/support/proposal-queue.ts'
import {
  embassysEvent,
  proposalLink,
  proposeEvent,
  sendProposal,
} from '../../../../../test/support/propose-event.ts'
import { browserOf } from '../../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../../test/support/tokens-nowhere.ts'
import { recordActivity } from '../../../../platform/activity/activity.ts'

let testApp: TestApp
let queue: ProposalQueue
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  queue = await openProposalQueue(testApp)
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)

describe('the link of a proposer', () => {
  const title = 'Journée de l’hydrogène'
  const address = 'lien@chambre.example'
  let path = ''

  it('is a secret that stands nowhere but in its mail', async () => {
    ;({ path } = await proposeEvent(testApp, { 'title.fr.text': title, address, when: '2017-09-15' }))
    const token = path.split('/').at(-1) ?? ''
    expect((await tokensNowhere(testApp, token)).filter((table) => table !== 'platform_mail')).toEqual([])
    const { headers, body } = await visitor().get(path)
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' })
    expect(body).not.toContain(address)
  })

  it('that is guessed, or of another network or purpose, opens nothing', async () => {
    const other = path.slice(0, -1) + (path.endsWith('a') ? 'b' : 'a')
    for (const each of [other, `${path}0`, path.replace('france-coree', 'nowhere')])
      expect((await visitor().get(each)).statusCode).toBe(404)
    expect((await visitor().post(`${other}/withdrawal`)).statusCode).toBe(404)
    await sendProposal(testApp, { 'title.fr.text': 'Sans suite', address: 'sans@suite.example' })
    const confirm = await proposalLink(testApp, 'sans@suite.example')
    expect((await visitor().post(`${confirm}/withdrawal`)).statusCode).toBe(404)
    expect((await visitor().get(`${confirm}/change`)).statusCode).toBe(404)
  })

  it('is renewed, and the old one ends', async () => {
    const renewed = await visitor().post(`${path}/renewal`)
    const next = String(renewed.headers.location).split('?')[0] ?? ''
    expect((await visitor().get(path)).statusCode).toBe(404)
    expect((await visitor().get(next)).statusCode).toBe(200)
    testApp.clock.advance({ minutes: 11 })
    const form = '/fr/france-coree/agenda/propose/link'
    const asked = await visitor().post(form, { address: address.toUpperCase() })
    const stranger = await visitor().post(form, { address: 'personne@ici.example' })
    const plain = (html: string) => pageWords(html).replaceAll(/\S+@\S+/g, '')
    expect(plain(asked.body)).toBe(plain(stranger.body))
    expect((await visitor().get(next)).statusCode).toBe(404)
    path = await proposalLink(testApp, address)
    expect((await visitor().get(path)).statusCode).toBe(200)
    expect((await visitor().post(form, { address: 'x' })).statusCode).toBe(422)
  })

  it('changes what waits, which the moderator is asked to look at before going on', async () => {
    const place = await queue.placeOf(title)
    const stale = await fieldsOf(queue.coordinator, `${place}/amendment`)
    const fields = await fieldsOf(visitor(), `${path}/change`)
    expect(fields).toMatchObject({ venue: embassysEvent.venue, organisers: embassysEvent.organisers })
    const wrong = await visitor().post(`${path}/change`, { ...fields, when: '31 février 2018' })
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('31 février 2018')])
    await visitor().post(`${path}/change`, { ...fields, venue: 'Busan' })
    const met = await queue.coordinator.post(`${place}/amendment`, { ...stale, note: 'Gardez ceci' })
    expect(met.statusCode).toBe(422)
    expect(pageWords(met.body)).toContain('modifiée entre-temps')
    expect(met.body).toContain('Gardez ceci')
    expect(pageWords((await queue.coordinator.get(place)).body)).toContain('Busan')
  })

  it('tells the reason of a refusal, which a moderator must give', async () => {
    const place = await queue.placeOf(title)
    expect((await queue.coordinator.post(`${place}/decision`, { decision: 'refused' })).statusCode).toBe(422)
    await queue.coordinator.post(`${place}/decision`, {
      decision: 'refused',
      because: 'Hors du champ du groupe.',
    })
    expect(pageWords((await visitor().get(path)).body)).toContain('Hors du champ du groupe.')
    expect((await lastMailTo(testApp, address))?.text).toContain('Hors du champ du groupe.')
    expect((await visitor().post(`${path}/withdrawal`)).statusCode).toBe(404)
  })

  it('withdraws what nobody decided on', async () => {
    const proposed = await proposeEvent(testApp, {
      'title.fr.text': 'À retirer',
      address: 'retrait@b.example',
    })
    expect((await visitor().post(`${proposed.path}/withdrawal`)).statusCode).toBe(303)
    expect(await queue.read()).not.toContain('À retirer')
    expect(pageWords((await visitor().get(proposed.path)).body)).toContain(
      'Vous avez retiré votre proposition',
    )
  })

  it('shows both sides which holidays are in the way, while the date can still be another', async () => {
    const chuseok = { 'title.fr.text': 'Table ronde', when: '2017-10-04', address: 'fete@b.example' }
    const proposed = await proposeEvent(testApp, chuseok)
    const closed = 'Les administrations d’un des pays sont fermées à cette date.'
    expect(pageWords((await visitor().get(proposed.path)).body)).toContain(closed)
    expect(pageWords((await queue.coordinator.get(await queue.placeOf('Table ronde'))).body)).toContain(
      closed,
    )
  })

  it('asks for a change that may be refused, and no longer one than the agenda bears', async () => {
    const proposed = await proposeEvent(testApp, {
      'title.fr.text': 'Colloque',
      address: 'souhait@b.example',
    })
    await queue.coordinator.post(`${await queue.placeOf('Colloque')}/decision`, { decision: 'accepted' })
    const fields = await fieldsOf(visitor(), `${proposed.path}/change`)
    const long = { ...fields, 'summary.fr.text': 'x'.repeat(2001) }
    expect((await visitor().post(`${proposed.path}/change`, long)).statusCode).toBe(422)
    await visitor().post(`${proposed.path}/change`, { ...fields, venue: 'Daegu' })
    const place = await queue.placeOf('Colloque')
    expect((await queue.coordinator.post(`${place}/wish`, { decision: 'refused' })).statusCode).toBe(422)
    await queue.coordinator.post(`${place}/wish`, { decision: 'refused', because: 'La salle reste à Séoul.' })
    const page = pageWords((await visitor().get(proposed.path)).body)
    expect(page).toContain('La salle reste à Séoul.')
    expect(page).not.toContain('Daegu')
    expect(await queue.placeOf('Colloque', 'decided')).toBe(place)
  })

  it('shows nothing more of an event that the group hides', async () => {
    const proposed = await proposeEvent(testApp, { 'title.fr.text': 'Atelier', address: 'cache@b.example' })
    await queue.coordinator.post(`${await queue.placeOf('Atelier')}/decision`, { decision: 'accepted' })
    const edit = async (part: string, changed: Record<string, string>) => {
      const form = `/fr/france-coree/agenda/atelier/edit/${part}`
      const fields = await fieldsOf(queue.coordinator, form)
      expect(
        (await queue.coordinator.post(form, { ...fields, ...changed, reason: 'Interne' })).statusCode,
      ).toBe(303)
    }
    await edit('about', { 'summary.fr.text': 'Annoncé par le groupe.' })
    const seen = async () => pageWords((await visitor().get(proposed.path)).body)
    expect(await seen()).toContain('Ce qui a changé depuis la publication')
    expect(await seen()).toContain('Annoncé par le groupe.')
    await edit('visibility', { visibility: 'hosts' })
    await edit('about', { 'summary.fr.text': 'Réservé aux organisateurs.' })
    expect(await seen()).toContain('Le groupe ne montre plus cet événement')
    expect(await seen()).not.toMatch(/Réservé aux organisateurs|Annoncé par le groupe/)
    expect((await visitor().post(`${proposed.path}/messages`, { text: 'Pourquoi ?' })).statusCode).toBe(404)
  })

  it('has all that is kept about its proposer erased, with what was published staying', async () => {
    const { path } = await proposeEvent(testApp, { 'title.fr.text': 'Gala', address: 'fini@b.example' })
    await visitor().post(`${path}/messages`, { text: 'Mon portable est le 06.' })
    const place = await queue.placeOf('Gala')
    await askedBeforeErasure(visitor(), path)
    expect(pageWords((await visitor().post(`${path}/erasure`, { sure: 'yes' })).body)).toContain('C’est fait')
    expect((await visitor().get(path)).statusCode).toBe(404)
    expect(await tokensNowhere(testApp, 'fini@b.example')).toEqual([])
    const page = pageWords((await queue.coordinator.get(place)).body)
    expect(page).not.toMatch(/Aline|Mon portable/)
    expect((await queue.coordinator.post(`${place}/decision`, { decision: 'accepted' })).statusCode).toBe(303)
  })

  it('ends with the event, on the day of the network', async () => {
    const over = await proposeEvent(testApp, {
      'title.fr.text': 'Demain',
      when: '2017-07-09',
      address: 'o@b.example',
    })
    await openOn('2017-07-10')
    const page = await visitor().get(over.path)
    expect([page.statusCode, pageWords(page.body)]).toEqual([410, expect.stringContaining('terminé')])
    expect((await visitor().post(`${over.path}/messages`, { text: 'Encore' })).statusCode).toBe(404)
    await openOn('2017-07-08')
  })

  // The day of a network is part of its record: pages know of a change by the revision that moves.
  async function openOn(day: string) {
    const { network_id: subjectId } = await testApp.context.database
      .updateTable('networks_network')
      .set({ opens_on: day })
      .where('slug', '=', 'france-coree')
      .returning('network_id')
      .executeTakeFirstOrThrow()
    await recordActivity(testApp.context, {
      networkId: null,
      verb: 'changed',
      subjectKind: 'network',
      subjectId,
    })
  }
})
