import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import {
  embassysEvent,
  proposalLink,
  proposeEvent,
  sendProposal,
} from '../../../../test/support/propose-event.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { toDoLinesOf } from '../../../../test/support/to-do-lines.ts'

let testApp: TestApp
let coordinator: SignedIn
let colleague: SignedIn
const queue = '/fr/france-coree/agenda/proposals'
const embassy = embassysEvent.address

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(testApp, { role: 'coordinator', networkId, name: 'Camille Coordonne' })
  colleague = await signIn(testApp, { role: 'coordinator', networkId, name: 'Colin Collègue' })
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)
const words = async (path: string, browser: Pick<SignedIn, 'get'> = visitor()) =>
  pageWords((await browser.get(path)).body)

async function placeInQueue(title: string, view = 'waiting'): Promise<string> {
  const { body } = await coordinator.get(`${queue}?view=${view}`)
  return new RegExp(`href="([^"]*)"[^>]*>${title}`).exec(body)?.[1] ?? ''
}

const amend = async (place: string, changed: Record<string, string | string[]>) =>
  coordinator.post(`${place}/amendment`, {
    ...(await fieldsOf(coordinator, `${place}/amendment`)),
    ...changed,
  })

describe('the embassy proposes an event', () => {
  const { 'title.fr.text': title } = embassysEvent
  let kept = ''
  let place = ''

  it('which no moderator sees before it is confirmed from its mail, by a second click', async () => {
    expect(await words('/fr/france-coree/agenda')).toContain('Proposer un événement')
    const sent = await sendProposal(testApp)
    expect(pageWords(sent.body)).toContain(`Un message vient d’être envoyé à ${embassy}`)
    const mail = await lastMailTo(testApp, embassy)
    expect(mail).toMatchObject({ language: 'fr', kind: 'agenda.proposal' })
    // An address receives nothing that was typed in before it is confirmed.
    expect(mail?.text).not.toContain('cinéma')
    const confirm = await proposalLink(testApp, embassy)
    expect(await words(confirm)).toContain(title)
    expect(await placeInQueue(title)).toBe('')
    const confirmed = await visitor().post(`${confirm}/confirmation`)
    expect([confirmed.statusCode, confirmed.headers['referrer-policy']]).toEqual([303, 'no-referrer'])
    place = await placeInQueue(title)
    expect(place).toContain(queue)
    expect(await toDoLinesOf(coordinator, 'france-coree')).toContain(`agenda.proposal ${title}`)
    kept = await proposalLink(testApp, embassy)
    expect(kept).not.toBe(confirm)
    const again = await visitor().post(`${confirm}/confirmation`)
    expect(again.statusCode).toBe(410)
    expect(pageWords(again.body)).toContain('Ce lien a déjà servi à confirmer')
  })

  it('without its address being shown to anybody', async () => {
    const page = (await coordinator.get(place)).body
    expect(page).toContain('Aline Attachée')
    for (const path of [
      place,
      queue,
      `${place}/amendment`,
      '/fr/france-coree/outbox',
      '/fr/france-coree/activity',
    ])
      expect((await coordinator.get(path)).body, path).not.toContain(embassy)
    expect((await visitor().get(place)).statusCode).toBe(404)
  })

  it('the moderator asks, and the embassy answers by its link', async () => {
    await coordinator.post(`${place}/messages`, { text: 'Qui est l’invité ?' })
    expect(await lastMailTo(testApp, embassy)).toMatchObject({
      subject: `Question sur votre proposition : ${title}`,
    })
    const link = await proposalLink(testApp, embassy)
    expect(await words(link)).toContain('Qui est l’invité ?')
    await visitor().post(`${link}/messages`, { text: 'La ville d’Icheon.' })
    expect((await lastMailTo(testApp, coordinator.address))?.text).toContain('La ville d’Icheon.')
    expect(await words(place, coordinator)).toContain('La ville d’Icheon.')
  })

  it('the moderator hands it to a colleague, who alone is told from then on', async () => {
    const before = (await readMailbox(testApp)).filter(({ to }) => to === coordinator.address).length
    await coordinator.post(`${place}/assignment`, { person: colleague.personId })
    expect(await lastMailTo(testApp, colleague.address)).toMatchObject({
      subject: `Proposition qui vous est confiée : ${title}`,
    })
    await visitor().post(`${kept}/messages`, { text: 'Avec un traducteur.' })
    expect((await lastMailTo(testApp, colleague.address))?.text).toContain('Avec un traducteur.')
    expect((await readMailbox(testApp)).filter(({ to }) => to === coordinator.address).length).toBe(before)
    expect((await coordinator.post(`${place}/assignment`, { person: 'x' })).statusCode).toBe(422)
  })

  it('the moderator amends it by the forms of events, and the embassy sees before and after', async () => {
    const amended = await amend(place, {
      'title.ko.text': '서울 프랑스 영화 주간',
      when: '2017-11-21/2017-11-26',
      themes: ['culture'],
      'participants.0.part': '',
      'participants.0.name': 'Icheon',
      'participants.0.role': 'guest_of_honour',
      note: 'La salle n’est libre que le 21.',
    })
    expect(amended.statusCode).toBe(303)
    const mail = await lastMailTo(testApp, embassy)
    expect(mail?.text).toContain('La salle n’est libre que le 21.')
    const page = await words(await proposalLink(testApp, embassy))
    expect(page).toContain('Ce que le groupe a modifié Camille Coordonne')
    expect(page).toContain('La salle n’est libre que le 21.')
    expect(page).toContain('Quand Avant 20 –26 novembre 2017 Après 21 –26 novembre 2017')
    expect(page).toContain('Thèmes Avant (rien) Après culture')
    expect(page).toContain('서울 프랑스 영화 주간')
  })

  it('an amendment that changes nothing writes to nobody', async () => {
    const before = (await readMailbox(testApp)).length
    expect((await amend(place, { note: 'Rien à changer.' })).statusCode).toBe(303)
    expect((await readMailbox(testApp)).length).toBe(before)
  })

  it('it is published with its credit, which the embassy sees', async () => {
    const accepted = { decision: 'accepted', because: 'Bienvenue dans l’agenda.' }
    expect((await coordinator.post(`${place}/decision`, accepted)).statusCode).toBe(303)
    const mail = await lastMailTo(testApp, embassy)
    expect(mail?.text).toContain('Bienvenue dans l’agenda.')
    expect(mail?.subject).toBe(`Votre événement est publié : ${title}`)
    const published = URL.parse(mail?.links[0] ?? '')?.pathname ?? ''
    const page = await words(published)
    expect(page).toContain('Proposé par Ambassade de France en Corée')
    expect(page).toContain('Organisé par Institut français de Corée')
    expect(page).toContain('cinema.example')
    expect(page).toContain('Icheon')
    expect(page).not.toContain('Aline')
    const own = await words(await proposalLink(testApp, embassy))
    expect(own).toContain('Proposé par : Ambassade de France en Corée')
    expect((await visitor().get(kept)).statusCode).toBe(200)
    expect((await coordinator.post(`${place}/decision`, { decision: 'accepted' })).statusCode).toBe(409)
    const slug = published.split('/').at(-1)
    const told = await testApp.get(`/api/v1/networks/france-coree/events/${slug}`, {
      accept: 'application/json',
    })
    expect(told.json()).toMatchObject({
      credit: { fr: 'Ambassade de France en Corée' },
      organisers: { fr: 'Institut français de Corée' },
      link: 'https://cinema.example/semaine',
    })
  })

  it('what the embassy changes afterwards waits for the moderator, who sees the difference', async () => {
    const link = await proposalLink(testApp, embassy)
    const fields = await fieldsOf(visitor(), `${link}/change`)
    expect(await words(`${link}/change`)).toContain('sera visible après relecture')
    await visitor().post(`${link}/change`, { ...fields, when: '2017-11-22', credit: 'Service culturel' })
    const agenda = '/fr/france-coree/agenda?when=all&q=cin%C3%A9ma'
    expect(await words(agenda)).not.toContain('22 nov.')
    const page = await coordinator.get(place)
    expect(pageWords(page.body)).toContain('Modification demandée depuis la publication')
    expect(pageWords(page.body)).toContain('22 novembre 2017')
    const seen = /name="seen" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const blind = await coordinator.post(`${place}/wish`, { decision: 'accepted', seen: 'x' })
    expect(blind.statusCode).toBe(412)
    expect((await coordinator.post(`${place}/wish`, { decision: 'accepted', seen })).statusCode).toBe(303)
    expect(await words(agenda)).toMatch(/22 nov/)
    const published = URL.parse((await lastMailTo(testApp, embassy))?.links[0] ?? '')?.pathname ?? ''
    expect(await words(published)).toContain('La date a changé. Auparavant')
    expect(await words(published)).toContain('Proposé par Service culturel')
  })

  it('to withdraw it is to have it announced as cancelled', async () => {
    const link = await proposalLink(testApp, embassy)
    await visitor().post(`${link}/withdrawal`)
    const page = (await coordinator.get(place)).body
    const seen = /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''
    await coordinator.post(`${place}/wish`, { decision: 'accepted', seen })
    expect(await words(link)).toContain('Cet événement est annulé.')
  })

  it('each step is written down', async () => {
    const rows = await testApp.context.database
      .selectFrom('platform_activity')
      .select('verb')
      .where('subject_kind', '=', 'proposal')
      .orderBy('activity_id')
      .execute()
    expect([...new Set(rows.map(({ verb }) => verb))]).toEqual([
      'proposed',
      'asked',
      'answered',
      'handed',
      'changed',
      'accepted',
      'wished',
    ])
  })
})

describe('of two moderators at once', () => {
  const decide =
    (who: SignedIn, place: string, decision: string, because = '') =>
    () =>
      who.post(`${place}/decision`, { decision, because })

  it('one lets in what was held as spam, and it is announced once', async () => {
    const title = 'Concert retenu'
    await proposeEvent(testApp, {
      'title.fr.text': title,
      website: 'https://spam.example',
      address: 'retenu@ambassade.example',
    })
    const place = await placeInQueue(title, 'held')
    const second = await meanwhile(
      testApp,
      decide(colleague, place, 'released'),
      decide(coordinator, place, 'released'),
    )
    expect(second.statusCode).toBe(409)
    const announced = await toDoLinesOf(coordinator, 'france-coree')
    expect(announced.filter((line) => line === `agenda.proposal ${title}`)).toHaveLength(1)
  })

  it('one refuses it, and the question of the other is not sent after that', async () => {
    const { title, address } = await proposeEvent(testApp, {
      'title.fr.text': 'Bal refusé',
      address: 'bal@ambassade.example',
    })
    const place = await placeInQueue(title)
    const asked = await meanwhile(testApp, decide(colleague, place, 'refused', 'Hors sujet'), () =>
      coordinator.post(`${place}/messages`, { text: 'Où aura-t-il lieu ?' }),
    )
    expect(asked.statusCode).toBe(409)
    expect((await lastMailTo(testApp, address))?.text).toContain('Hors sujet')
  })
})
