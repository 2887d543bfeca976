import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openProposalQueue, type ProposalQueue } from '../../../../test/support/proposal-queue.ts'
import { proposalLink, proposeEvent, sendProposal } from '../../../../test/support/propose-event.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { toDoLinesOf } from '../../../../test/support/to-do-lines.ts'

let testApp: TestApp
let queue: ProposalQueue
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  queue = await openProposalQueue(testApp)
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)
const countMails = async () => (await readMailbox(testApp)).length

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
    ['an organiser without end', { organisers: 'x'.repeat(301) }, 'organisers'],
    ['a link that is a script', { link: 'javascript:alert(1)' }, 'link'],
    ['nobody who proposes', { body: '' }, 'body'],
    ['no address', { address: 'nowhere' }, 'address'],
    ['a header in an address', { address: 'a@b.example\r\nBcc: c@d.example' }, 'address'],
    ['two addresses', { address: 'a@b.example, c@d.example' }, 'address'],
    ['an unknown kind', { kind: 'party' }, 'kind'],
  ])('refuses %s beside its field, and loses nothing of what was typed', async (_, given, field) => {
    const before = await countMails()
    const answer = await sendProposal(testApp, { venue: 'Séoul, Institut français', ...given })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}`)
    expect(answer.body).toContain('Séoul, Institut français')
    expect(await countMails()).toBe(before)
  })

  it('takes who proposes for who organises, unless somebody else is named', async () => {
    const listed = async (title: string, given: Record<string, string>) => {
      await proposeEvent(testApp, { 'title.fr.text': title, address: 'qui@ville.example', ...given })
      const place = await queue.placeOf(title)
      return pageWords((await queue.coordinator.get(place)).body)
    }
    expect(await listed('Par nous', { organisers: '', body: 'Maison des arts' })).toMatch(
      /Organisé par \(français\) Maison des arts/,
    )
    expect(await listed('Par eux', { organisers: 'Ville de Séoul', body: 'Maison des arts' })).toMatch(
      /Organisé par \(français\) Ville de Séoul/,
    )
  })

  it.each([
    ['words', { when: 'début décembre 2017' }, 'début décembre 2017'],
    ['hours of one side', { when: '2017-12-04', start: '10:00', end: '12:00' }, '10:00'],
    ['no date yet', { when: '' }, 'Foire'],
  ])('takes a date in %s', async (name, given, shown) => {
    const title = `Foire ${name}`
    const { path } = await proposeEvent(testApp, { 'title.fr.text': title, ...given })
    expect(pageWords((await visitor().get(path)).body)).toContain(shown)
    // Who reviews it is told that there is none, before the event is public without a day.
    const place = new RegExp(`href="([^"]*)"[^>]*>${title}<`).exec(await queue.read())?.[1] ?? ''
    const reviewed = pageWords((await queue.coordinator.get(place)).body)
    expect(reviewed.includes('Aucune date n’est indiquée')).toBe(given.when === '')
  })

  it('leads those who have a role here to the usual form', async () => {
    const answer = await queue.coordinator.get('/fr/france-coree/agenda/propose')
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
    await proposeEvent(testApp, given, 'ko')
    const mail = await lastMailTo(testApp, 'event@fkcci.example')
    expect(mail).toMatchObject({ language: 'ko' })
    expect(mail?.subject).toMatch(/^행사 제안이 전달되었습니다: [^\n]*$/)
    expect((await readMailbox(testApp)).some(({ to }) => to === 'x@y.example')).toBe(false)
  })

  it('shows markup as the words it is', async () => {
    const { path } = await proposeEvent(testApp, {
      'title.fr.text': 'Bal <script>alert(1)</script>',
      body: '<img src=x onerror=alert(1)>',
    })
    const place = /href="([^"]*)"[^>]*>Bal &lt;script/.exec(await queue.read())?.[1] ?? ''
    for (const [browser, each] of [
      [visitor(), path],
      [queue.coordinator, place],
      [queue.coordinator, queue.path],
    ] as const)
      expect((await browser.get(each)).body).not.toMatch(/<script>alert|<img src=x/)
  })
})

test('one proposal and many take the queue the same number of statements', async () => {
  await queue.read()
  const before = await testApp.countQueries(queue.read)
  for (const number of [1, 2, 3])
    await proposeEvent(testApp, { 'title.fr.text': `Salon ${number}`, address: `salon-${number}@b.example` })
  await queue.read()
  expect(await testApp.countQueries(queue.read)).toBe(before)
})

describe('what looks like spam', () => {
  const links = Array.from({ length: 200 }, (_, index) => `http://s.example/${index}`).join(' ')

  it('is held, not lost: 200 links are marked, with the same answer, and can be let through', async () => {
    const given = { 'title.fr.text': 'Gagnez beaucoup', 'summary.fr.text': links }
    const usual = await sendProposal(testApp, { 'title.fr.text': 'Concert', address: 'spam@bulk.example' })
    const sent = await sendProposal(testApp, { ...given, address: 'spam@bulk.example' })
    expect([sent.statusCode, sent.body]).toEqual([200, usual.body])
    const { body } = await visitor().get(await proposalLink(testApp, 'spam@bulk.example'))
    expect(body).toContain('Gagnez beaucoup')
    const told = (await readMailbox(testApp)).filter(({ to }) => to === queue.coordinator.address).length
    await visitor().post(`${await proposalLink(testApp, 'spam@bulk.example')}/confirmation`)
    // It is in the list to review, after all others, with its mark.
    expect(pageWords(await queue.read())).toMatch(/Gagnez beaucoup.*trop de liens/)
    expect((await readMailbox(testApp)).filter(({ to }) => to === queue.coordinator.address).length).toBe(
      told,
    )
    expect(pageWords(await queue.read('held'))).toContain('trop de liens')
    const place = await queue.placeOf('Gagnez beaucoup', 'held')
    expect((await queue.coordinator.post(`${place}/decision`, { decision: 'released' })).statusCode).toBe(303)
    expect(await queue.read()).toContain('Gagnez beaucoup')
    // It is longer than an event allows.
    const long = await queue.coordinator.post(`${place}/decision`, { decision: 'accepted' })
    expect([long.statusCode, pageWords(long.body)]).toEqual([
      422,
      expect.stringContaining('amendez-la d’abord'),
    ])
  })

  it('is known by a field that people do not see', async () => {
    const title = 'Envoi par un champ invisible'
    const given = { 'title.fr.text': title, address: 'robot@bulk.example', website: 'http://x.example' }
    await proposeEvent(testApp, given)
    const place = await queue.placeOf(title, 'held')
    expect(pageWords((await queue.coordinator.get(place)).body)).toContain('champ invisible rempli')
  })

  it('is no form that was filled in at once, if its sender confirms it from their mail', async () => {
    const given = { 'title.fr.text': 'Saisie rapide', address: 'quick@city.example', begun: '' }
    await proposeEvent(testApp, given)
    expect(await queue.placeOf('Saisie rapide', 'held')).toBe('')
    expect(await queue.placeOf('Saisie rapide')).not.toBe('')
    expect(await toDoLinesOf(queue.coordinator, 'france-coree')).toContain('agenda.proposal Saisie rapide')
  })

  it('is known by coming again', async () => {
    const given = { 'title.fr.text': 'Deux fois', address: 'twice@bulk.example' }
    await proposeEvent(testApp, given)
    await proposeEvent(testApp, given)
    expect(await queue.read()).toContain('Deux fois')
    expect(pageWords(await queue.read('held'))).toContain('texte déjà reçu')
  })

  it('fills nobody’s mailbox, and what is too much is said with nothing lost', async () => {
    const before = await countMails()
    let last = await sendProposal(testApp, { address: 'victim@city.example', 'title.fr.text': 'Envoi 0' })
    for (let turn = 1; turn < 12; turn++)
      last = await sendProposal(testApp, { address: 'victim@city.example', 'title.fr.text': `Envoi ${turn}` })
    expect((await countMails()) - before).toBe(10)
    expect(last.statusCode).toBe(422)
    expect(last.body).toContain('Envoi 11')
  })
})
