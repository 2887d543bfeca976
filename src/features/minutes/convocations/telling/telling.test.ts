import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltMeeting, buildMeeting } from '../../../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../../../test/support/build-network.ts'
import { original } from '../../../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { openKeptGroup } from '../../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../../test/support/open-test-app.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'
import { drawCalendar } from '../../../../platform/mail/drawing/draw-calendar.ts'
import { drawMail } from '../../../../platform/mail/drawing/draw-mail.ts'
import { asStoredMail, selectMails } from '../../../../platform/mail/stored-mail.ts'

let house: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ house, network, keeper } = await openKeptGroup())
  return house.close
})

async function build(): Promise<BuiltMeeting> {
  const meeting = await buildMeeting(house.context, network, {
    title: original('Bilan, et perspectives'),
    start: '17:30',
    end: '19:00',
    points: [{ title: original('Budget'), rapporteur: 'CUF', plannedMinutes: 20 }],
    place: original('Salle des mariages'),
  })
  await keeper.post(`/fr/${meeting.path}/states`, { is: 'announced' })
  return meeting
}

const convene = (meeting: BuiltMeeting) =>
  keeper.post(`/fr/${meeting.path}/convocation`, {
    addresses: 'Claire <claire@limoges.example>\nkim@icheon.example',
    language: 'ko',
    action: 'send',
  })

/** The mails that something writes, each with its text and its event as ical.js reads it. */
async function mailsOf(work: () => Promise<unknown>) {
  const read = async () =>
    (await selectMails(house.context.database).orderBy('mail_id').execute()).map(asStoredMail)
  const before = (await read()).length
  await work()
  return (await read()).slice(before).map((mail) => ({
    to: mail.toAddress,
    subject: mail.subject,
    text: (drawMail(house.application, mail)?.text ?? '').replaceAll(/\s+/g, ' '),
    method: mail.calendar?.method,
    event: mail.calendar ? factsOf(drawCalendar(mail.language, mail.calendar)) : null,
  }))
}

function factsOf(calendar: string) {
  const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')
  const value = (name: string) => String(event?.getFirstPropertyValue(name) ?? '')
  const start = event?.getFirstPropertyValue('dtstart')
  return {
    uid: value('uid'),
    sequence: value('sequence'),
    status: value('status'),
    summary: value('summary'),
    location: value('location'),
    start: start instanceof ICAL.Time ? start.toJSDate().toISOString() : '',
  }
}

async function edit(meeting: BuiltMeeting, change: Record<string, string>) {
  const address = `/fr/${meeting.path}/edit`
  const answer = await keeper.post(address, {
    ...(await fieldsOf(keeper, address)),
    action: 'save',
    ...change,
  })
  expect(answer.statusCode).toBe(303)
}

const event = (meeting: BuiltMeeting) => ({
  uid: `meeting-${meeting.id}@localhost`,
  sequence: '0',
  status: 'CONFIRMED',
  summary: 'Bilan, et perspectives',
  location: 'Salle des mariages',
  start: '2026-11-12T16:30:00.000Z',
})

describe('the calendar of a meeting', () => {
  test('comes with the convocation, in each mail the same event', async () => {
    const meeting = await build()
    const mails = await mailsOf(() => convene(meeting))
    expect(mails.map(({ to, method, event: read }) => [to, method, read])).toEqual([
      ['claire@limoges.example', 'PUBLISH', event(meeting)],
      ['kim@icheon.example', 'PUBLISH', event(meeting)],
    ])
  })

  test('moves with the meeting: everybody convened is told, with the hours before', async () => {
    const meeting = await build()
    await convene(meeting)
    const mails = await mailsOf(() => edit(meeting, { heldOn: '2026-11-13' }))
    expect(mails).toHaveLength(2)
    expect(mails[0]).toMatchObject({
      method: 'PUBLISH',
      event: { ...event(meeting), sequence: '1', start: '2026-11-13T16:30:00.000Z' },
    })
    expect(mails[0]?.subject).toContain('회의 일정 변경')
    expect(mails[0]?.text).toMatch(/변경 전.*11월 12일/)
    expect(mails[0]?.text).toMatch(/\/ko\/\S+\/convocations\//)
  })

  test('is left alone by changes that no calendar shows, and before anybody is convened', async () => {
    const meeting = await build()
    expect(await mailsOf(() => edit(meeting, { heldOn: '2026-11-13' }))).toEqual([])
    await convene(meeting)
    expect(await mailsOf(() => edit(meeting, { 'invitation.fr.text': 'Venez' }))).toEqual([])
    expect(factsOf((await house.get(`/fr/${meeting.path}.ics`)).body).sequence).toBe('1')
  })

  test('is cancelled with the meeting, once, and comes back with it', async () => {
    const meeting = await build()
    await convene(meeting)
    const say = (state: Record<string, string>) =>
      mailsOf(() => keeper.post(`/fr/${meeting.path}/states`, state))
    const [cancelled] = await say({ is: 'cancelled' })
    expect(cancelled).toMatchObject({ event: { sequence: '1', status: 'CANCELLED' } })
    expect(cancelled?.text).not.toMatch(/\/convocations\//)
    expect(await say({ is: 'cancelled' })).toEqual([])
    const [restored] = await say({ not: 'cancelled' })
    expect(restored).toMatchObject({ event: { status: 'CONFIRMED', start: '2026-11-12T16:30:00.000Z' } })
    expect(Number(restored?.event?.sequence)).toBeGreaterThan(1)
  })

  test('is told to nobody once the meeting is over', async () => {
    const meeting = await build()
    await convene(meeting)
    house.clock.advance({ hours: 24 * 12 })
    expect(await mailsOf(() => edit(meeting, { heldOn: '2026-11-11' }))).toEqual([])
    house.clock.advance({ hours: -24 * 12 })
  })
})

describe('the file of a meeting', () => {
  test('is linked from its page, for those who may see it, in their language', async () => {
    const meeting = await build()
    const page = await house.get(`/ko/${meeting.path}`)
    expect(page.body).toContain(`href="/ko/${meeting.path}.ics"`)
    const file = await house.get(`/ko/${meeting.path}.ics`)
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(file.headers['content-disposition']).toBe(`attachment; filename="${meeting.slug}-ko.ics"`)
    expect(factsOf(file.body)).toEqual(event(meeting))
    expect(file.body.replaceAll('\r\n ', '')).toContain('01:30–03:00 서울')
    await keeper.post(`/fr/${meeting.path}/states`, { not: 'announced' })
    expect((await house.get(`/ko/${meeting.path}.ics`)).statusCode).toBe(404)
    expect((await keeper.get(`/ko/${meeting.path}.ics`)).statusCode).toBe(200)
  })

  test('is a whole day where no hour is known', async () => {
    const meeting = await buildMeeting(house.context, network, { start: null, end: null, isHeld: true })
    const { body } = await house.get(`/fr/${meeting.path}.ics`)
    expect(body).toContain('DTSTART;VALUE=DATE:20261112\r\nDTEND;VALUE=DATE:20261113\r\n')
  })
})
