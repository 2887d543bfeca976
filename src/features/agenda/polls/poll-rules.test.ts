import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForDate, datesIn, inviteTo, polls, twoDates, vote } from '../../../../test/support/date-polls.ts'
import { type EditedRecord, type Form, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { askedBeforeErasure } from '../../../../test/support/erasure.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../test/support/tokens-nowhere.ts'
import { agendaJobs } from '../jobs.ts'
import { eraseFromAgenda } from '../personal-data.commands.ts'
import { listAgendaData } from '../personal-data.queries.ts'

const event = '/fr/france-coree/agenda/paris-maire-coree-2017'
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('agenda/paris-maire-coree-2017')
})
afterAll(() => record.close())

const anybody = () => browserOf(record.testApp)
const words = async (path: string, browser: Pick<typeof record.member, 'get'> = record.member) =>
  pageWords((await browser.get(path)).body)
const runJobs = async () => {
  for (const job of agendaJobs(record.testApp.application)) await job.run(null)
}

const date = (index: number, given: Form) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [`options.${index}.${name}`, value]))
const many = Object.assign(
  {},
  ...Array.from({ length: 500 }, (_, index) =>
    date(index, { day: '2017-12-12', to: '', start: '', end: '', zone: 'Europe/Paris' }),
  ),
)

describe('a poll is not made', () => {
  test.each<[string, Form, string]>([
    ['of one date', date(1, { day: '' }), 'Ce champ est à remplir'],
    ['of five hundred', many, 'vingt dates au plus'],
    [
      'of one date twice, said on two clocks',
      date(1, { start: '17:00', end: '18:00', day: '2017-12-12', zone: 'Asia/Seoul' }),
      'déjà proposée',
    ],
    ['of what is over', date(0, { day: '2017-07-01' }), 'Cette date est passée'],
    ['of an end before its start', date(0, { end: '08:00' }), 'La fin précède le début'],
    ['of a start without an end', date(0, { end: '' }), 'l’heure de début et l’heure de fin'],
    ['on the clock of Mars', date(0, { zone: 'Mars/Phobos' }), 'fuseau'],
    ['with a deadline that has passed', { 'deadline.day': '2017-07-07' }, 'déjà passée'],
    ['with a deadline after one of its dates', { 'deadline.day': '2017-12-13' }, 'précéder toutes les dates'],
    ['without a title', { 'title.fr.text': '' }, ''],
  ])('%s, and nothing typed is lost', async (_, given, says) => {
    const answer = await record.member.post(`${polls}/new`, { ...twoDates, ...given })
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([422, expect.stringContaining(says)])
    expect(answer.body).toContain('Une heure, en ligne.')
  })

  test('while another date is added to it, which needs no script', async () => {
    const answer = await record.member.post(`${polls}/new`, { ...twoDates, action: 'add:options' })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('name="options.2.day"')
    expect(answer.body).toContain('value="Visioconférence de préparation"')
  })

  test('by those who only read, by nobody in particular, or about an event of others', async () => {
    const reader = await signIn(record.testApp, { role: 'reader', networkId: record.networkId })
    for (const browser of [reader, anybody()])
      expect((await browser.post(`${polls}/new`, twoDates)).statusCode).toBe(404)
    const ofOthers = { ...twoDates, event: 'paris-maire-coree-2017' }
    expect((await record.member.post(`${polls}/new`, ofOthers)).statusCode).toBe(404)
  })
})

describe('answers', () => {
  let path = ''
  let link = ''
  beforeAll(async () => {
    path = await askForDate(record.member)
    link = await inviteTo(record.testApp, record.member, path, { address: 'minji@suncheon.example' })
  })

  test('need a word on every date, or that none suits', async () => {
    const [first = ''] = datesIn((await anybody().get(link)).body)
    const half = await anybody().post(`${link}/answer`, {
      [`answers.${first}.answer`]: 'yes',
      [`answers.${first}.word`]: '오전만',
    })
    expect([half.statusCode, half.body]).toEqual([422, expect.stringContaining('오전만')])
    expect(
      (await anybody().post(`${link}/answer`, { none: 'yes', word: '15일은 어떻습니까?' })).statusCode,
    ).toBe(303)
    const seen = await words(path)
    for (const said of [
      'Aucune de ces dates ne me convient',
      '15일은 어떻습니까?',
      'oui 0 · au besoin 0 · non 1',
    ])
      expect(seen, said).toContain(said)
  })

  test('one side that would be outvoted is named, and what is sent twice at once counts once', async () => {
    for (const browser of [record.member, record.other]) {
      const twice = await Promise.all([1, 2].map(() => vote(browser, path, ['yes', 'no'])))
      expect(twice.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    }
    const seen = await words(path)
    expect(seen).toContain('Côté coréen : moins de la moitié')
    expect(seen).toContain('Aucune date ne convient à la moitié de chaque côté')
    expect(seen).toContain('oui 2 · au besoin 0 · non 1')
  })

  test('are nobody’s but their own: a link that is guessed opens nothing, and stands nowhere but in its mail', async () => {
    const other = link.slice(0, -1) + (link.endsWith('a') ? 'b' : 'a')
    for (const each of [other, `${link}0`, link.replace('france-coree', 'nowhere')])
      expect((await anybody().get(each)).statusCode).toBe(404)
    const token = link.split('/').at(-1) ?? ''
    expect((await tokensNowhere(record.testApp, token)).filter((table) => table !== 'platform_mail')).toEqual(
      [],
    )
  })

  test('of somebody whose role has ended are taken no more', async () => {
    const former = await signIn(record.testApp, {
      role: 'member',
      networkId: record.networkId,
      organisationIds: [await record.organisationId('tours')],
    })
    expect((await vote(former, path, ['yes', 'yes'])).statusCode).toBe(303)
    await record.testApp.context.database
      .updateTable('people_role')
      .set({ ends_at: record.testApp.clock.now().toString() })
      .where('person_id', '=', former.personId)
      .execute()
    expect((await vote(former, path, ['no', 'no'])).statusCode).toBe(404)
  })

  test('of somebody who got an account since they were invited are the same voter’s', async () => {
    const address = 'bientot@nantes.example'
    const own = await inviteTo(record.testApp, record.member, path, { address, side: 'FR', language: 'fr' })
    const before = await words(path)
    expect(before).toContain(`Réponse attendue : ${address}`)
    const newcomer = await signIn(record.testApp, {
      role: 'member',
      networkId: record.networkId,
      organisationIds: [await record.organisationId('nantes-metropole')],
      name: 'Nina Nouvelle',
      address,
    })
    expect((await vote(newcomer, path, ['no', 'yes'])).statusCode).toBe(303)
    expect(await words(path)).not.toContain('Réponse attendue')
    expect(await words(own, anybody())).toContain('Modifier ma réponse')
  })

  test('end at the deadline, which the job finds, and whoever asked is told', async () => {
    await runJobs()
    expect(await words(path)).not.toContain('Ce sondage est clos')
    await record.testApp.context.database
      .updateTable('agenda_poll')
      .set({ deadline: '2017-07-01T16:00:00Z' })
      .where('poll_id', '=', path.split('/').at(-1) ?? '')
      .execute()
    const late = await anybody().post(`${link}/answer`, { none: 'yes' })
    expect(late.statusCode).toBe(422)
    expect(pageWords(late.body)).toContain('그사이 응답이 마감되어')
    await runJobs()
    await runJobs()
    expect(await lastMailTo(record.testApp, record.member.address)).toMatchObject({
      kind: 'agenda.poll',
      subject: 'Sondage clos : Visioconférence de préparation',
      text: expect.stringContaining('5 personnes ont répondu'),
    })
  })

  test('end when the question is taken back, and those who were asked are told', async () => {
    expect((await record.other.post(`${path}/withdrawal`)).statusCode).toBe(404)
    expect((await record.member.post(`${path}/withdrawal`)).statusCode).toBe(303)
    expect((await lastMailTo(record.testApp, 'minji@suncheon.example'))?.subject).toContain('일정 조율 취소')
    expect(await words(link, anybody())).toContain('이 일정 조율은 취소되었습니다')
    const [first = ''] = datesIn((await anybody().get(link)).body)
    expect((await record.member.get(`${path}/dates/${first || 'x'}`)).statusCode).toBe(404)
  })

  test('lose their name when somebody wishes so, and stay counted', async () => {
    const subject = { personId: null, names: [], addresses: ['minji@suncheon.example'] }
    expect((await listAgendaData(record.testApp.context, subject)).map(({ section }) => section)).toEqual([
      'pollAnswers',
    ])
    await askedBeforeErasure(anybody(), link)
    expect(pageWords((await anybody().post(`${link}/erasure`, { sure: 'yes' })).body)).toContain(
      '삭제되었습니다',
    )
    expect((await anybody().get(link)).statusCode).toBe(404)
    expect(await listAgendaData(record.testApp.context, subject)).toEqual([])
    const seen = await words(path)
    expect(seen).toContain('une personne invitée (République de Corée)')
    expect(seen).not.toContain('15일은')
  })
})

test('somebody with an account is erased from polls, and who was invited is forgotten after a year', async () => {
  const name = 'Solange Introuvable'
  const asker = await signIn(record.testApp, { role: 'coordinator', networkId: record.networkId, name })
  const path = await askForDate(asker, { 'title.fr.text': `Rencontre avec ${name}`, electorate: 'invited' })
  await inviteTo(record.testApp, asker, path, { address: 'oubli@suncheon.example' })
  const link = await inviteTo(record.testApp, asker, path, { address: 'reste@suncheon.example' })
  expect((await vote(anybody(), link, ['yes', 'yes'], { word: name })).statusCode).toBe(303)
  expect(datesIn((await record.other.get(path)).body)).toEqual([])
  await eraseFromAgenda(record.testApp.context, { personId: asker.personId, names: [name], addresses: [] })
  expect(await words(path, record.coordinator)).not.toContain(name)
  record.testApp.clock.advance({ hours: 24 * 366 })
  await record.testApp.context.database
    .updateTable('agenda_poll')
    .set({ deadline: '2017-12-01T17:00:00Z' })
    .execute()
  await runJobs()
  const rows = await record.testApp.context.database
    .selectFrom('agenda_poll_voter')
    .select(['name', 'address'])
    .where('poll_id', '=', path.split('/').at(-1) ?? '')
    .execute()
  expect(rows).toEqual([{ name: '', address: null }])
  expect((await anybody().get(link)).statusCode).toBe(404)
  record.testApp.clock.advance({ hours: -24 * 366 })
})

test('in a group that reviews first, a member leaves the date to those who look after it', async () => {
  const path = await askForDate(record.member)
  expect((await vote(record.member, path, ['yes', 'no'])).statusCode).toBe(303)
  const [first = ''] = datesIn((await record.member.get(path)).body)
  await record.coordinator.post('/fr/france-coree/contributions/publication', { publication: 'after_review' })
  expect(await words(path)).toContain('c’est lui qui retient la date')
  expect((await record.member.get(`${path}/dates/${first}`)).statusCode).toBe(404)
  expect((await record.coordinator.get(`${path}/dates/${first}`)).statusCode).toBe(200)
  await record.coordinator.post('/fr/france-coree/contributions/publication', { publication: 'at_once' })
})

test('a poll about an event that is cancelled meanwhile takes no answers and no date', async () => {
  const asked = await askForDate(record.coordinator, { event: 'paris-maire-coree-2017' })
  const [first = ''] = datesIn((await record.coordinator.get(asked)).body)
  expect(await words(event, record.coordinator)).toContain('Sondage «')
  const cancelled = await record.send('state', { state: 'cancelled' }, record.coordinator)
  expect(cancelled.statusCode).toBe(303)
  expect(await words(asked, record.coordinator)).toContain('L’événement a été annulé entre-temps')
  expect((await record.coordinator.get(`${asked}/dates/${first}`)).statusCode).toBe(404)
  expect((await record.member.post(`${asked}/answer`, { none: 'yes' })).statusCode).toBe(422)
})

describe('a poll that ends while a request is under way', () => {
  test('keeps the answer that a person takes back, and invites nobody further', async () => {
    const kept = await askForDate(record.member)
    expect((await vote(record.other, kept, ['yes', 'no'])).statusCode).toBe(303)
    const close = (path: string) => () => record.member.post(`${path}/closing`)
    const before = await words(kept)
    expect(before).toContain('oui 1 · au besoin 0 · non 0')
    await meanwhile(record.testApp, close(kept), () => record.other.post(`${kept}/answer/removal`))
    expect(await words(kept)).toContain('oui 1 · au besoin 0 · non 0')
    const closed = await askForDate(record.member)
    const invited = await meanwhile(record.testApp, close(closed), () =>
      record.member.post(`${closed}/invitations`, {
        addresses: 'tard@suncheon.example',
        side: 'KR',
        language: 'ko',
      }),
    )
    expect(invited.statusCode).toBe(410)
    const mails = await readMailbox(record.testApp)
    expect(mails.filter(({ to }) => to === 'tard@suncheon.example')).toEqual([])
  })

  test('is not withdrawn once a date of it was chosen', async () => {
    const path = await askForDate(record.member)
    const [first = ''] = datesIn((await record.member.get(path)).body)
    const form = `${path}/dates/${first}`
    const fields = await fieldsOf(record.member, form)
    const withdrawn = await meanwhile(
      record.testApp,
      () => record.member.post(form, { ...fields, kind: 'meeting' }),
      () => record.member.post(`${path}/withdrawal`),
    )
    expect(withdrawn.statusCode).toBe(409)
    const poll = await record.testApp.context.database
      .selectFrom('agenda_poll')
      .select(['withdrawn_at', 'taken_option_id'])
      .where('poll_id', '=', path.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow()
    expect(poll).toEqual({ withdrawn_at: null, taken_option_id: first })
  })
})
