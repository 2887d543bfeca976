import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import {
  embassysEvent,
  proposalLink,
  proposeEvent,
  sendProposal,
} from '../../../../test/support/propose-event.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../test/support/tokens-nowhere.ts'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { agendaJobs } from '../jobs.ts'
import { eraseFromAgenda } from '../personal-data/commands.ts'
import { listAgendaData } from '../personal-data/queries.ts'

let house: TestApp
let coordinator: SignedIn
const queue = '/fr/france-coree/agenda/proposals'

beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
  const { network_id: networkId } = await house.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(house, { role: 'coordinator', networkId })
})
afterAll(() => house.close())

const visitor = () => browserOf(house)
const queued = async (view = 'waiting') => (await coordinator.get(`${queue}?view=${view}`)).body
const countMails = async () => (await readMailbox(house)).length

async function placeOf(title: string, view = 'waiting'): Promise<string> {
  return new RegExp(`href="([^"]*)"[^>]*>${title}`).exec(await queued(view))?.[1] ?? ''
}

describe('the form for anybody', () => {
  it.each([
    ['a day that does not exist', { when: '31 février 2018' }, 'when'],
    ['an end before the beginning', { when: '2017-11-20', start: '10:00', end: '09:00' }, 'end'],
    ['days in the wrong order', { when: '2017-11-26/2017-11-20' }, 'when'],
    ['the year 9999', { when: '9999-01-01' }, 'when'],
    ['what is over', { when: '2017-06-01' }, 'when'],
    ['a zone of no world', { when: '2017-11-20', start: '10:00', zone: 'Mars/Phobos' }, 'zone'],
    ['no title', { 'title.fr.text': ' ' }, 'title'],
    ['a title without end', { 'title.fr.text': 'x'.repeat(301) }, 'title-fr-text'],
    ['a text without end', { 'summary.fr.text': 'x'.repeat(6001) }, 'summary-fr-text'],
    ['nobody who organises', { organisers: '' }, 'organisers'],
    ['an organiser without end', { organisers: 'x'.repeat(301) }, 'organisers'],
    ['a link that is a script', { link: 'javascript:alert(1)' }, 'link'],
    ['nobody who proposes', { body: '' }, 'body'],
    ['no address', { address: 'nowhere' }, 'address'],
    ['a header in an address', { address: 'a@b.example\r\nBcc: c@d.example' }, 'address'],
    ['two addresses', { address: 'a@b.example, c@d.example' }, 'address'],
    ['an unknown kind', { kind: 'party' }, 'kind'],
  ])('refuses %s beside its field, and loses nothing of what was typed', async (_, given, field) => {
    const before = await countMails()
    const answer = await sendProposal(house, { venue: 'Séoul, Institut français', ...given })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}`)
    expect(answer.body).toContain('Séoul, Institut français')
    expect(await countMails()).toBe(before)
  })

  it.each([
    ['words', { when: 'début décembre 2017' }, 'début décembre 2017'],
    ['hours of one side', { when: '2017-12-04', start: '10:00', end: '12:00' }, '10:00'],
    ['no date yet', { when: '' }, 'Foire'],
  ])('takes a date in %s', async (name, given, shown) => {
    const title = `Foire ${name}`
    const { path } = await proposeEvent(house, { 'title.fr.text': title, ...given })
    expect(pageWords((await visitor().get(path)).body)).toContain(shown)
  })

  it('leads those who have a role here to the usual form', async () => {
    const answer = await coordinator.get('/fr/france-coree/agenda/propose')
    expect(answer.headers.location).toBe('/fr/france-coree/agenda/new')
  })

  it('writes to a Korean proposer in Korean, and keeps line ends out of headers', async () => {
    const given = {
      'title.fr.text': '',
      'title.ko.text': '한불 스타트업 교류회\r\nBcc: x@y.example',
      sender: '김민수\r\nBcc: x@y.example',
      body: '한불상공회의소',
      address: 'event@fkcci.example',
    }
    await proposeEvent(house, given, 'ko')
    const mail = await lastMailTo(house, 'event@fkcci.example')
    expect(mail).toMatchObject({ language: 'ko' })
    expect(mail?.subject).toMatch(/^제안이 전달되었습니다: [^\n]*$/)
    expect((await readMailbox(house)).some(({ to }) => to === 'x@y.example')).toBe(false)
  })

  it('shows markup as the words it is', async () => {
    const { path } = await proposeEvent(house, {
      'title.fr.text': 'Bal <script>alert(1)</script>',
      body: '<img src=x onerror=alert(1)>',
    })
    const place = /href="([^"]*)"[^>]*>Bal &lt;script/.exec(await queued())?.[1] ?? ''
    for (const [browser, each] of [
      [visitor(), path],
      [coordinator, place],
      [coordinator, queue],
    ] as const)
      expect((await browser.get(each)).body).not.toMatch(/<script>alert|<img src=x/)
  })
})

describe('what looks like spam', () => {
  const links = Array.from({ length: 200 }, (_, index) => `http://s.example/${index}`).join(' ')

  it('is held, not lost: 200 links stand apart, with the same answer, and can be let through', async () => {
    const given = { 'title.fr.text': 'Gagnez beaucoup', 'summary.fr.text': links }
    const usual = await sendProposal(house, { 'title.fr.text': 'Concert', address: 'spam@bulk.example' })
    const sent = await sendProposal(house, { ...given, address: 'spam@bulk.example' })
    expect([sent.statusCode, sent.body]).toEqual([200, usual.body])
    const { body } = await visitor().get(await proposalLink(house, 'spam@bulk.example'))
    expect(body).toContain('Gagnez beaucoup')
    const told = (await readMailbox(house)).filter(({ to }) => to === coordinator.address).length
    await visitor().post(`${await proposalLink(house, 'spam@bulk.example')}/confirmation`)
    expect(await queued()).not.toContain('Gagnez beaucoup')
    expect((await readMailbox(house)).filter(({ to }) => to === coordinator.address).length).toBe(told)
    expect(pageWords(await queued('held'))).toContain('trop de liens')
    const place = await placeOf('Gagnez beaucoup', 'held')
    expect((await coordinator.post(`${place}/decision`, { decision: 'released' })).statusCode).toBe(303)
    expect(await queued()).toContain('Gagnez beaucoup')
    // It is longer than an event bears.
    const long = await coordinator.post(`${place}/decision`, { decision: 'accepted' })
    expect([long.statusCode, pageWords(long.body)]).toEqual([
      422,
      expect.stringContaining('amendez-la d’abord'),
    ])
  })

  it.each([
    ['a field that people do not see', { website: 'http://x.example' }, 'champ invisible rempli'],
    ['a form without a moment', { begun: '' }, 'formulaire rempli en un instant'],
  ])('is known by %s', async (name, given, reason) => {
    const title = `Envoi par ${name}`
    await proposeEvent(house, { 'title.fr.text': title, address: 'robot@bulk.example', ...given })
    const place = await placeOf(title, 'held')
    expect(pageWords((await coordinator.get(place)).body)).toContain(reason)
  })

  it('is known by coming again', async () => {
    const given = { 'title.fr.text': 'Deux fois', address: 'twice@bulk.example' }
    await proposeEvent(house, given)
    await proposeEvent(house, given)
    expect(await queued()).toContain('Deux fois')
    expect(pageWords(await queued('held'))).toContain('texte déjà reçu')
  })

  it('fills nobody’s mailbox, and what is too much is said with nothing lost', async () => {
    const before = await countMails()
    let last = await sendProposal(house, { address: 'victim@city.example', 'title.fr.text': 'Envoi 0' })
    for (let turn = 1; turn < 12; turn++)
      last = await sendProposal(house, { address: 'victim@city.example', 'title.fr.text': `Envoi ${turn}` })
    expect((await countMails()) - before).toBe(10)
    expect(last.statusCode).toBe(422)
    expect(last.body).toContain('Envoi 11')
  })
})

describe('the link of a proposer', () => {
  const title = 'Journée de l’hydrogène'
  const address = 'lien@chambre.example'
  let path = ''

  it('is a secret that stands nowhere but in its mail', async () => {
    ;({ path } = await proposeEvent(house, { 'title.fr.text': title, address, when: '2017-09-15' }))
    const token = path.split('/').at(-1) ?? ''
    expect((await tokensNowhere(house, token)).filter((table) => table !== 'platform_mail')).toEqual([])
    const { headers, body } = await visitor().get(path)
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'private, no-store' })
    expect(body).not.toContain(address)
  })

  it('that is guessed, or of another network or purpose, opens nothing', async () => {
    const other = path.slice(0, -1) + (path.endsWith('a') ? 'b' : 'a')
    for (const each of [other, `${path}0`, path.replace('france-coree', 'nowhere')])
      expect((await visitor().get(each)).statusCode).toBe(404)
    expect((await visitor().post(`${other}/withdrawal`)).statusCode).toBe(404)
    await sendProposal(house, { 'title.fr.text': 'Sans suite', address: 'sans@suite.example' })
    const confirm = await proposalLink(house, 'sans@suite.example')
    expect((await visitor().post(`${confirm}/withdrawal`)).statusCode).toBe(404)
    expect((await visitor().get(`${confirm}/change`)).statusCode).toBe(404)
  })

  it('is renewed, and the old one ends', async () => {
    const renewed = await visitor().post(`${path}/renewal`)
    const next = String(renewed.headers.location).split('?')[0] ?? ''
    expect((await visitor().get(path)).statusCode).toBe(404)
    expect((await visitor().get(next)).statusCode).toBe(200)
    house.clock.advance({ minutes: 11 })
    const form = '/fr/france-coree/agenda/propose/link'
    const asked = await visitor().post(form, { address: address.toUpperCase() })
    const stranger = await visitor().post(form, { address: 'personne@ici.example' })
    const plain = (html: string) => pageWords(html).replaceAll(/\S+@\S+/g, '')
    expect(plain(asked.body)).toBe(plain(stranger.body))
    expect((await visitor().get(next)).statusCode).toBe(404)
    path = await proposalLink(house, address)
    expect((await visitor().get(path)).statusCode).toBe(200)
    expect((await visitor().post(form, { address: 'x' })).statusCode).toBe(422)
  })

  it('changes what waits, which the moderator is asked to look at before going on', async () => {
    const place = await placeOf(title)
    const stale = await fieldsOf(coordinator, `${place}/amendment`)
    const fields = await fieldsOf(visitor(), `${path}/change`)
    expect(fields).toMatchObject({ venue: embassysEvent.venue, organisers: embassysEvent.organisers })
    const wrong = await visitor().post(`${path}/change`, { ...fields, when: '31 février 2018' })
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('31 février 2018')])
    await visitor().post(`${path}/change`, { ...fields, venue: 'Busan' })
    const met = await coordinator.post(`${place}/amendment`, { ...stale, note: 'Gardez ceci' })
    expect(met.statusCode).toBe(422)
    expect(pageWords(met.body)).toContain('modifiée entre-temps')
    expect(met.body).toContain('Gardez ceci')
    expect(pageWords((await coordinator.get(place)).body)).toContain('Busan')
  })

  it('tells the reason of a refusal, which a moderator must give', async () => {
    const place = await placeOf(title)
    expect((await coordinator.post(`${place}/decision`, { decision: 'refused' })).statusCode).toBe(422)
    await coordinator.post(`${place}/decision`, { decision: 'refused', because: 'Hors du champ du groupe.' })
    expect(pageWords((await visitor().get(path)).body)).toContain('Hors du champ du groupe.')
    expect((await lastMailTo(house, address))?.text).toContain('Hors du champ du groupe.')
    expect((await visitor().post(`${path}/withdrawal`)).statusCode).toBe(404)
  })

  it('withdraws what nobody decided on', async () => {
    const proposed = await proposeEvent(house, { 'title.fr.text': 'À retirer', address: 'retrait@b.example' })
    expect((await visitor().post(`${proposed.path}/withdrawal`)).statusCode).toBe(303)
    expect(await queued()).not.toContain('À retirer')
    expect(pageWords((await visitor().get(proposed.path)).body)).toContain(
      'Vous avez retiré votre proposition',
    )
  })

  it('ends with the event, on the day of the network', async () => {
    const over = await proposeEvent(house, {
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
    const { network_id: subjectId } = await house.context.database
      .updateTable('networks_network')
      .set({ opens_on: day })
      .where('slug', '=', 'france-coree')
      .returning('network_id')
      .executeTakeFirstOrThrow()
    await recordActivity(house.context, {
      networkId: null,
      verb: 'changed',
      subjectKind: 'network',
      subjectId,
    })
  }
})

describe('as time goes by', () => {
  const forget = async () => {
    for (const job of agendaJobs(house.application)) await job.run(null)
  }
  const subject = (address: string) => ({ personId: null, names: [], addresses: [address] })

  it('a confirmation comes too late after a week, and what waited for it is forgotten', async () => {
    await sendProposal(house, { 'title.fr.text': 'Oubliée', address: 'oubli@b.example' })
    const confirm = await proposalLink(house, 'oubli@b.example')
    house.clock.advance({ hours: 24 * 7 + 1 })
    const late = await visitor().post(`${confirm}/confirmation`)
    expect([late.statusCode, pageWords(late.body)]).toEqual([410, expect.stringContaining('oubliée')])
    await forget()
    expect((await visitor().get(confirm)).statusCode).toBe(404)
  })

  it('somebody reads and has erased what is kept about them', async () => {
    const { path } = await proposeEvent(house, { 'title.fr.text': 'À effacer', address: 'effacer@b.example' })
    await visitor().post(`${path}/messages`, { text: 'Appelez-moi.' })
    const kept = await listAgendaData(house.context, subject('effacer@b.example'))
    expect(kept.map(({ section, records }) => [section, records.length])).toEqual([
      ['proposals', 1],
      ['messages', 1],
    ])
    await eraseFromAgenda(house.context, { ...subject('effacer@b.example'), names: ['Aline Attachée'] })
    expect(await listAgendaData(house.context, subject('effacer@b.example'))).toEqual([])
    expect((await visitor().get(path)).statusCode).toBe(404)
    expect((await coordinator.get(await placeOf('À effacer'))).body).not.toContain('Aline')
  })

  it('a proposer goes a year after the event, and what was published stays with its credit', async () => {
    const published = { 'title.fr.text': 'Publiée', address: 'publiee@b.example' }
    await proposeEvent(house, published)
    await proposeEvent(house, { 'title.fr.text': 'Jamais publiée', address: 'jamais@b.example' })
    await coordinator.post(`${await placeOf('Publiée')}/decision`, { decision: 'accepted' })
    house.clock.advance({ hours: 24 * 300 })
    await forget()
    expect(await listAgendaData(house.context, subject('publiee@b.example'))).toHaveLength(1)
    house.clock.advance({ hours: 24 * 80 })
    await forget()
    expect(await listAgendaData(house.context, subject('publiee@b.example'))).toEqual([])
    const rows = await house.context.database
      .selectFrom('agenda_proposal')
      .select(['sender_name', 'sender_address', 'event_id'])
      .execute()
    expect(rows).toEqual([{ sender_name: '', sender_address: null, event_id: expect.any(String) }])
    expect(pageWords((await house.get('/fr/france-coree/agenda/publiee')).body)).toContain(
      'Proposé par Ambassade de France en Corée',
    )
  })
})
