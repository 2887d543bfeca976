import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type BuiltMeeting, buildMeeting } from '../../../../test/support/build-meeting.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { renderCalendar } from '../../../platform/mail/rendering/render-calendar.ts'
import { renderMail } from '../../../platform/mail/rendering/render-mail.ts'
import { asStoredMail, selectMails } from '../../../platform/mail/stored-mail.ts'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  return testApp.close
})

async function build(): Promise<BuiltMeeting> {
  const meeting = await buildMeeting(testApp.context, network, {
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

/** The mails that `work` sends, each with its text and its event as ical.js reads it. */
async function mailsOf(work: () => Promise<unknown>) {
  const read = async () =>
    (await selectMails(testApp.context.database).orderBy('mail_id').execute()).map(asStoredMail)
  const before = (await read()).length
  await work()
  return (await read()).slice(before).map((mail) => ({
    to: mail.toAddress,
    subject: mail.subject,
    text: (renderMail(testApp.application, mail)?.text ?? '').replaceAll(/\s+/g, ' '),
    method: mail.calendar?.method,
    event: mail.calendar ? factsOf(renderCalendar(mail.language, mail.calendar)) : null,
    attendee: mail.calendar ? attendeeOf(renderCalendar(mail.language, mail.calendar)) : null,
  }))
}

function attendeeOf(calendar: string) {
  const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')
  const [attendee, ...others] = event?.getAllProperties('attendee') ?? []
  expect(others).toEqual([])
  return [attendee?.getFirstValue(), attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')]
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

async function edit(meeting: BuiltMeeting, change: Record<string, string>, by = keeper) {
  const address = `/fr/${meeting.path}/edit`
  const answer = await by.post(address, {
    ...(await fieldsOf(by, address)),
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
      ['claire@limoges.example', 'REQUEST', event(meeting)],
      ['kim@icheon.example', 'REQUEST', event(meeting)],
    ])
  })

  test('moves with the meeting: everybody convened is told, with the hours before', async () => {
    const meeting = await build()
    await convene(meeting)
    const mails = await mailsOf(() => edit(meeting, { heldOn: '2026-11-13' }))
    expect(mails).toHaveLength(2)
    expect(mails[0]).toMatchObject({
      method: 'REQUEST',
      event: { ...event(meeting), sequence: '1', start: '2026-11-13T16:30:00.000Z' },
    })
    expect(mails[0]?.subject).toContain('회의 일정 변경')
    expect(mails[0]?.text).toMatch(/변경 전.*11월 12일/)
    expect(mails[0]?.text).toMatch(/\/ko\/\S+\/convocations\//)
  })

  test('is certain for whoever is convened to what nobody was told of before', async () => {
    const meeting = await buildMeeting(testApp.context, network)
    const [mail] = await mailsOf(() => convene(meeting))
    expect(mail?.event?.status).toBe('CONFIRMED')
  })

  test('keeps what somebody has answered by their link when they are convened once more, and asks anew when it moves', async () => {
    const meeting = await build()
    const [mail] = await mailsOf(() => convene(meeting))
    expect(mail?.attendee).toEqual(['mailto:claire@limoges.example', 'NEEDS-ACTION', 'TRUE'])
    expect(mail?.text).toContain('캘린더에서 보내신 회신은 확인하지 않으므로')
    const link = /\/ko\/\S+\/convocations\/[^\s)]+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect((await keeper.post(link, { answer: 'excused' })).statusCode).toBe(303)
    const [again] = await mailsOf(() => convene(meeting))
    expect(again?.attendee).toEqual(['mailto:claire@limoges.example', 'DECLINED', 'FALSE'])
    const [moved] = await mailsOf(() => edit(meeting, { heldOn: '2026-11-13' }))
    expect(moved?.attendee?.[1]).toBe('NEEDS-ACTION')
  })

  test('moves and takes answers by the day of the network, whatever the year of the machine', async () => {
    const past = await buildNetwork(testApp.context, { opensOn: '2017-07-08' })
    const clerk = await signIn(testApp, { role: 'coordinator', networkId: past.id })
    const meeting = await buildMeeting(testApp.context, past, { heldOn: '2017-11-14', knownOn: '2017-07-01' })
    const convocation = { addresses: 'claire@limoges.example', language: 'fr', action: 'send' }
    const [mail] = await mailsOf(() => clerk.post(`/fr/${meeting.path}/convocation`, convocation))
    const mails = await mailsOf(() => edit(meeting, { heldOn: '2017-11-15' }, clerk))
    expect(mails.map(({ to }) => to)).toEqual(['claire@limoges.example'])
    const link = /\/fr\/\S+\/convocations\/[^\s)]+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect((await testApp.get(link)).body).toContain('name="answer"')
    expect((await clerk.post(link, { answer: 'present' })).statusCode).toBe(303)
  })

  test('is left alone by changes that no calendar shows, and before anybody is convened', async () => {
    const meeting = await build()
    expect(await mailsOf(() => edit(meeting, { heldOn: '2026-11-13' }))).toEqual([])
    await convene(meeting)
    expect(await mailsOf(() => edit(meeting, { 'invitation.fr.text': 'Venez' }))).toEqual([])
    expect(factsOf((await testApp.get(`/fr/${meeting.path}.ics`)).body).sequence).toBe('1')
  })

  test('is cancelled with the meeting, once, and comes back with it', async () => {
    const meeting = await build()
    await convene(meeting)
    const say = (state: Record<string, string>) =>
      mailsOf(() => keeper.post(`/fr/${meeting.path}/states`, state))
    const [cancelled] = await say({ is: 'cancelled' })
    expect(cancelled).toMatchObject({ method: 'CANCEL', event: { sequence: '1', status: 'CANCELLED' } })
    expect(cancelled?.text).not.toMatch(/\/convocations\//)
    expect(await say({ is: 'cancelled' })).toEqual([])
    const [restored] = await say({ not: 'cancelled' })
    expect(restored).toMatchObject({
      method: 'REQUEST',
      event: { status: 'CONFIRMED', start: '2026-11-12T16:30:00.000Z' },
    })
    expect(Number(restored?.event?.sequence)).toBeGreaterThan(1)
  })

  test('is cancelled once, where two coordinators cancel the meeting at once', async () => {
    const meeting = await build()
    await convene(meeting)
    const cancel = () => keeper.post(`/fr/${meeting.path}/states`, { is: 'cancelled' })
    const mails = await mailsOf(() => meanwhile(testApp, cancel, cancel))
    expect(mails.map(({ to, method }) => `${method} ${to}`).toSorted()).toEqual([
      'CANCEL claire@limoges.example',
      'CANCEL kim@icheon.example',
    ])
  })

  test('comes to nobody whose convocation is sent as the meeting is cancelled', async () => {
    const meeting = await build()
    const mails = await mailsOf(async () => {
      const answer = await meanwhile(
        testApp,
        () => keeper.post(`/fr/${meeting.path}/states`, { is: 'cancelled' }),
        () => convene(meeting),
      )
      expect(answer.statusCode).toBe(410)
    })
    expect(mails).toEqual([])
  })

  test('comes with the hours that a colleague has just changed', async () => {
    const meeting = await build()
    const mails = await mailsOf(() =>
      meanwhile(
        testApp,
        () => edit(meeting, { heldOn: '2026-11-13' }),
        () => convene(meeting),
      ),
    )
    expect(mails.map((mail) => mail.event?.start)).toEqual([
      '2026-11-13T16:30:00.000Z',
      '2026-11-13T16:30:00.000Z',
    ])
  })

  test('is told to nobody once the meeting is over', async () => {
    const meeting = await build()
    await convene(meeting)
    testApp.clock.advance({ hours: 24 * 12 })
    expect(await mailsOf(() => edit(meeting, { heldOn: '2026-11-11' }))).toEqual([])
    testApp.clock.advance({ hours: -24 * 12 })
  })
})

describe('the file of a meeting', () => {
  test('is linked from its page, for those who may see it, in their language', async () => {
    const meeting = await build()
    const page = await testApp.get(`/ko/${meeting.path}`)
    expect(page.body).toContain(`href="/ko/${meeting.path}.ics"`)
    const file = await testApp.get(`/ko/${meeting.path}.ics`)
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(file.headers['content-disposition']).toBe(`attachment; filename="${meeting.slug}-ko.ics"`)
    expect(factsOf(file.body)).toEqual(event(meeting))
    expect(file.body.replaceAll('\r\n ', '')).toContain('01:30–03:00 서울')
    await keeper.post(`/fr/${meeting.path}/states`, { not: 'announced' })
    expect((await testApp.get(`/ko/${meeting.path}.ics`)).statusCode).toBe(404)
    expect((await keeper.get(`/ko/${meeting.path}.ics`)).statusCode).toBe(200)
  })

  test('is a whole day where no hour is known', async () => {
    const meeting = await buildMeeting(testApp.context, network, { start: null, end: null, isHeld: true })
    const { body } = await testApp.get(`/fr/${meeting.path}.ics`)
    expect(body).toContain('DTSTART;VALUE=DATE:20261112\r\nDTEND;VALUE=DATE:20261113\r\n')
  })
})
