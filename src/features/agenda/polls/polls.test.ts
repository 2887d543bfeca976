import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { datesIn, inviteTo, polls, vote } from '../../../../test/support/date-polls.ts'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'

const group = '/fr/france-coree'
const korean = '김민지 <minji@suncheon.example>'

let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

const anybody = () => browserOf(record.testApp)
const overlap = (query: string) => anybody().get(`${group}/agenda/overlap?${query}`)

describe('the overlap finder', () => {
  test('offers no slot on 1–9 October 2017, once the decree is known', async () => {
    const days = 'from=2017-10-01&to=2017-10-09'
    expect(pageWords((await overlap(`${days}&now=2017-09-06`)).body)).toContain('Aucun créneau')
    expect(pageWords((await overlap(`${days}&now=2017-08-01`)).body)).toContain('lun. 2 oct. 2017')
  })

  test('offers 9–10 h in Paris alone on 12 December 2017, on both clocks', async () => {
    const words = pageWords((await overlap('from=2017-12-12&to=2017-12-12')).body)
    expect(words).toContain('Un créneau')
    expect(words).toContain('mar. 12 déc. 2017 09:00 – 10:00 Paris')
    expect(words).toContain('mar. 12 déc. 2017 17:00 – 18:00 Séoul')
    const longer = await overlap('from=2017-12-12&to=2017-12-12&opens-1=08:00&closes-2=20:00')
    expect(pageWords(longer.body)).toContain('08:00 – 12:00 Paris')
  })

  test.each([
    ['from=2017-02-31&to=2017-03-01', 'n’existe pas'],
    ['from=2017-12-12&to=2017-12-01', 'La fin précède le début'],
    ['from=2017-01-01&to=2017-12-31', 'trop longue'],
    ['from=2017-12-12&to=2017-12-12&opens-1=18:00&closes-1=09:00', 'La fin précède le début'],
    ['from=2017-12-12&to=2017-12-12&opens-1=25:00', 'heure'],
  ])('refuses %s beside its field', async (query, says) => {
    const answer = await overlap(query)
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([422, expect.stringContaining(says)])
  })
})

describe('from slots to an event', () => {
  let path = ''
  let link = ''
  let event = ''

  test('a member makes a poll of the slots that they tick', async () => {
    const found = await record.member.get(`${group}/agenda/overlap?from=2017-12-12&to=2017-12-14`)
    const slots = [...found.body.matchAll(/name="slot" value="([^"]*)"/g)].map(([, slot = '']) => slot)
    expect(slots).toHaveLength(3)
    const query = slots.slice(0, 2).map((slot) => `slot=${encodeURIComponent(slot)}`)
    const form = `${polls}/new?${query.join('&')}`
    const fields = await fieldsOf(record.member, form)
    expect(fields).toMatchObject({
      'options.0.day': '2017-12-12',
      'options.0.start': '09:00',
      'options.0.end': '10:00',
      'options.1.day': '2017-12-13',
    })
    const answer = await record.member.post(form, {
      ...fields,
      'title.fr.text': 'Visioconférence de préparation',
      'deadline.day': '2017-12-01',
      tell: 'yes',
      action: 'save',
    })
    expect(answer.statusCode).toBe(303)
    path = String(answer.headers.location).split('?')[0] ?? ''
    expect(await lastMailTo(record.testApp, record.other.address)).toMatchObject({
      kind: 'agenda.poll',
      subject: 'Quelle date vous convient ? Visioconférence de préparation',
      text: expect.stringContaining('mer. 13 déc. 2017, 17:00–18:00 Séoul'),
    })
    expect((await anybody().get(path)).headers.location).toContain('/fr/sign-in?next=')
  })

  test('somebody in Korea is asked in Korean and on their clock, and answers by the link alone', async () => {
    link = await inviteTo(record.testApp, record.member, path, { address: korean })
    const mail = await lastMailTo(record.testApp, 'minji@suncheon.example')
    expect(mail).toMatchObject({ language: 'ko', kind: 'agenda.pollLink' })
    expect(mail?.text).toMatch(/17:00–18:00 서울 · 2017년 12월 12일 \(화\), 09:00–10:00 파리/)
    const page = await anybody().get(link)
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-store',
    })
    expect(page.body).not.toContain('minji@suncheon.example')
    const answer = await vote(anybody(), link, ['if_need_be', 'yes'], { word: '13일이 좋습니다.' })
    expect(answer.headers.location).toBe(`${link}?done=answered`)
    expect(pageWords((await anybody().get(link)).body)).toContain(
      '어느 쪽도 공휴일이 아닙니다. 가능 0 · 조정하면 가능 1 · 불가 0',
    )
  })

  test('members answer for their authority and change it; what they said is seen by the people of the group', async () => {
    expect((await vote(record.member, path, ['yes', 'no'])).statusCode).toBe(303)
    expect((await vote(record.other, path, ['yes', 'yes'])).statusCode).toBe(303)
    expect((await vote(record.other, path, ['yes', 'no'], { word: 'Le 12 de préférence.' })).statusCode).toBe(
      303,
    )
    const words = pageWords((await record.member.get(path)).body)
    expect(words).toContain('Vous répondez pour : Limoges')
    expect(words).toContain('oui 2 · au besoin 0 · non 0')
    for (const said of [
      'La date qui convient le mieux',
      '김민지',
      '13일이 좋습니다.',
      'Le 12 de préférence.',
    ])
      expect(words, said).toContain(said)
    const secret = pageWords((await anybody().get(link)).body)
    expect(secret).not.toContain('Le 12 de préférence.')
  })

  test('programs of its people read it, and nobody else', async () => {
    const list = '/api/v1/networks/france-coree/polls'
    const made = await record.member.post('/fr/account/tokens', {
      tokenName: 'Essai',
      network: 'france-coree',
      scopes: 'read',
      days: '30',
    })
    const authorization = `Bearer ${made.body.match(/ent_[0-9a-f]{48}/)?.[0]}`
    const read = (address: string, headers = {}) =>
      record.testApp.get(address, { accept: 'application/json', ...headers })
    expect((await read(list)).statusCode).toBe(401)
    const { items } = (await read(list, { authorization })).json()
    expect(items).toMatchObject([{ state: 'open', answered: 3, voters: 'network', event: null }])
    const poll = (await read(`${list}/${path.split('/').at(-1)}`, { authorization })).json()
    expect(poll.options[0]).toMatchObject({
      starts_at: '2017-12-12T08:00:00.000Z',
      clocks: [{ zone: 'Europe/Paris' }, { zone: 'Asia/Seoul' }],
      grade: 'clear',
      counts: { yes: 2, if_need_be: 1, no: 0 },
      outvoted: [],
    })
    expect(poll).toMatchObject({ best: [poll.options[0].id], taken: null })
  })

  test('the date that is taken becomes an event, and everybody gets it in their language for their calendar', async () => {
    const [first = ''] = datesIn((await record.member.get(path)).body)
    const form = `${path}/dates/${first}`
    const fields = await fieldsOf(record.member, form)
    expect(fields).toMatchObject({ start: '09:00', end: '10:00', zone: 'Europe/Paris' })
    const moved = await record.member.post(form, { ...fields, kind: 'meeting', start: '11:00', end: '12:00' })
    expect([moved.statusCode, pageWords(moved.body)]).toEqual([
      422,
      expect.stringContaining('ne peut pas être modifiée ici'),
    ])
    const answer = await record.member.post(form, { ...fields, kind: 'meeting' })
    expect(answer.statusCode).toBe(303)
    const page = (await record.member.get(path)).body
    ;[, event = ''] = /href="([^"]*agenda\/visioconference-de-preparation)"/.exec(page) ?? []
    const words = pageWords((await record.member.get(event)).body)
    for (const clock of ['mar. 12 déc. 2017 09:00 – 10:00 Paris', 'mar. 12 déc. 2017 17:00 – 18:00 Séoul'])
      expect(words).toContain(clock)
    const mail = await lastMailTo(record.testApp, 'minji@suncheon.example')
    expect(mail).toMatchObject({ language: 'ko', subject: '날짜 확정: Visioconférence de préparation' })
    expect(await calendarTo('minji@suncheon.example')).toMatchObject({
      method: 'PUBLISH',
      event: { start: { kind: 'instant', zone: 'Europe/Paris' }, sequence: 0 },
    })
    expect(await calendarTo(record.other.address)).not.toBeNull()
    expect((await vote(record.other, path, ['no', 'no'])).statusCode).toBe(422)
  })

  test('undone, it takes answers again; another date then moves the event, which says so', async () => {
    const again = { 'deadline.day': '2017-12-05', 'deadline.time': '18:00', 'deadline.zone': 'Asia/Seoul' }
    expect((await record.member.post(`${path}/reopening`, again)).statusCode).toBe(303)
    expect((await lastMailTo(record.testApp, 'minji@suncheon.example'))?.subject).toContain(
      '다시 응답을 받습니다',
    )
    expect((await vote(anybody(), link, ['no', 'yes'])).statusCode).toBe(303)
    const [, second = ''] = datesIn((await record.member.get(path)).body)
    expect(pageWords((await record.member.get(`${path}/dates/${second}`)).body)).toContain('13 déc. 2017')
    expect((await record.member.post(`${path}/dates/${second}`)).statusCode).toBe(303)
    const words = pageWords((await record.member.get(event)).body)
    expect(words).toContain('mer. 13 déc. 2017 09:00 – 10:00 Paris')
    expect(words).toContain('12 déc. 2017, 09:00')
    expect((await lastMailTo(record.testApp, 'minji@suncheon.example'))?.subject).toContain('날짜 변경')
    expect(await calendarTo('minji@suncheon.example')).toMatchObject({ event: { sequence: 1 } })
    expect((await readMailbox(record.testApp)).every(({ text }) => !text.includes('undefined'))).toBe(true)
  })

  async function calendarTo(address: string) {
    const row = await record.testApp.context.database
      .selectFrom('platform_mail')
      .select('calendar')
      .where('to_address', '=', address)
      .orderBy('mail_id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return row.calendar
  }
})
