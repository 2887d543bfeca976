import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { addEvent, openRegistration, registerByMail } from '../../../../test/support/register-for-event.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { messageOf } from '../../../platform/mail/delivery/message.ts'
import { renderCalendar } from '../../../platform/mail/rendering/render-calendar.ts'
import { asStoredMail, selectMails } from '../../../platform/mail/stored-mail.ts'
import { agendaJobs } from '../jobs.ts'
import { listAgendaData } from '../personal-data.queries.ts'
import { followEvents } from './changes.commands.ts'

let testApp: TestApp
let keeper: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const row = await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow()
  keeper = await signIn(testApp, { role: 'coordinator', networkId: row.network_id })
})
afterAll(() => testApp.close())

const follow = () => followEvents(testApp.application)
const subjectTo = async (address: string) =>
  (await lastMailTo(testApp, address))?.subject.replaceAll(/\s/g, ' ') ?? ''
async function edit(event: string, part: string, given: Record<string, string>) {
  const form = `${event}/edit/${part}`
  const answer = await keeper.post(form, { ...(await fieldsOf(keeper, form)), ...given, reason: 'Essai' })
  expect(answer.statusCode).toBe(303)
}
/** The calendar file in the last mail to an address, as calendar programs read it. */
async function calendarTo(address: string): Promise<string> {
  const { calendar } = await testApp.context.database
    .selectFrom('platform_mail')
    .select('calendar')
    .where('to_address', '=', address)
    .orderBy('mail_id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return calendar === null ? '' : renderCalendar('fr', calendar).replaceAll('\r\n ', '')
}

/** The request of the mail itself to a calendar program. */
async function methodTo(address: string) {
  const rows = await selectMails(testApp.context.database).where('to_address', '=', address).execute()
  const events = rows.map((row) => messageOf(testApp.application, asStoredMail(row))?.icalEvent)
  const last = events.at(-1)
  return typeof last === 'object' && 'method' in last ? last.method : null
}

describe('those who registered', () => {
  it('read the event as an invitation, and each change of it once, on both clocks', async () => {
    const event = await addEvent(keeper, 'Rencontre')
    await openRegistration(keeper, event, { places: '1' })
    const own = await registerByMail(testApp, event, { address: 'invite@a.example', name: 'Inès Invitée' })
    await registerByMail(testApp, event, { address: 'attend@a.example' })
    const feed = (await browserOf(testApp).get(`${event}.ics`)).body
    const uid = /^UID:.*$/m.exec(feed)?.[0].trim() ?? ''
    const first = await calendarTo('invite@a.example')
    expect(first).toContain('METHOD:REQUEST')
    expect(first).toContain(uid)
    expect(await methodTo('invite@a.example')).toBe('REQUEST')
    expect(first).toMatch(/ATTENDEE;[^\n]*PARTSTAT=ACCEPTED[^\n]*mailto:invite@a\.example/)
    expect(first).toMatch(/ORGANIZER[^\n]*mailto:/)
    expect(await calendarTo('attend@a.example')).toBe('')
    await follow()
    expect(await subjectTo('invite@a.example')).toBe('Inscription confirmée : Rencontre')

    await edit(event, 'when', { when: '2017-12-05', start: '09:00', end: '10:00' })
    await follow()
    await follow()
    const moved = await lastMailTo(testApp, 'invite@a.example')
    expect(await subjectTo('invite@a.example')).toBe('Changement : Rencontre')
    expect(moved?.text).toMatch(/09:00.*Paris.*17:00.*Séoul/)
    expect(await calendarTo('invite@a.example')).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1/)
    expect(await subjectTo('attend@a.example')).toBe('Changement : Rencontre')

    await edit(event, 'state', { state: 'cancelled' })
    await follow()
    expect(await subjectTo('invite@a.example')).toBe('Annulé : Rencontre')
    expect(await calendarTo('invite@a.example')).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/)
    expect(pageWords((await browserOf(testApp).get(own)).body)).toContain('L’événement est annulé')
    await edit(event, 'state', { state: 'planned' })
    await follow()
    expect(await subjectTo('invite@a.example')).toBe('Maintenu : Rencontre')
    await browserOf(testApp).post(`${own}/withdrawal`)
    const last = await calendarTo('invite@a.example')
    expect(last).toContain('METHOD:CANCEL')
    expect(last).not.toContain('STATUS:')
  })

  it('read an event that comes back by its rule, and the dates that differ from it', async () => {
    const event = await addEvent(keeper, 'Revient', { when: '2017-12-05', start: '09:00', end: '10:00' })
    await edit(event, 'repeats', { repeats: 'year', ends: 'count', count: '3' })
    await edit(event, 'dates/2018-12-05', { state: 'cancelled' })
    await openRegistration(keeper, event)
    await registerByMail(testApp, event, { address: 'revient@a.example' })
    const calendar = await calendarTo('revient@a.example')
    expect(calendar).toMatch(/METHOD:REQUEST[\s\S]*RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5;COUNT=3/)
    expect(calendar).toMatch(/RECURRENCE-ID;TZID=Europe\/Paris:20181205T090000[\s\S]*STATUS:CANCELLED/)
    expect(calendar.match(/PARTSTAT=ACCEPTED/g)).toHaveLength(2)
  })

  it('keep their link when the event is hidden, and read nothing of it', async () => {
    const event = await addEvent(keeper, 'Cachée')
    await openRegistration(keeper, event)
    const own = await registerByMail(testApp, event, { address: 'cachee@a.example' })
    await edit(event, 'visibility', { visibility: 'withdrawn' })
    await follow()
    expect((await browserOf(testApp).get(`${event}/registration`)).statusCode).toBe(404)
    const page = pageWords((await browserOf(testApp).get(own)).body)
    expect(page).toContain('n’est plus affiché')
    expect(page).not.toContain('Cachée')
    expect((await browserOf(testApp).post(`${own}/withdrawal`)).statusCode).toBe(303)
  })

  it('are reminded once, some days before, when they have a place', async () => {
    const today = Temporal.PlainDate.from(testApp.application.settings.now ?? (await openedOn()))
    const day = (days: number) => today.add({ days }).toString()
    const soon = await addEvent(keeper, 'Bientôt', { when: day(3) })
    const late = await addEvent(keeper, 'Plus tard', { when: day(9) })
    for (const event of [soon, late])
      await openRegistration(keeper, event, { untilDay: day(2), reminderDays: '3' })
    await registerByMail(testApp, soon, { address: 'rappel@a.example' })
    await registerByMail(testApp, late, { address: 'rappel@a.example' })
    // A registrant who got their place within these days has just read it all.
    await follow()
    expect(await subjectTo('rappel@a.example')).toBe('Inscription confirmée : Plus tard')
    await testApp.context.database
      .updateTable('agenda_registration')
      .set({ reminded_at: null, placed_on: day(-5) })
      .where('address', '=', 'rappel@a.example')
      .execute()
    await follow()
    expect(await subjectTo('rappel@a.example')).toBe('Bientôt : Bientôt')
    expect((await lastMailTo(testApp, 'rappel@a.example'))?.text).toContain('votre place est réservée')
  })

  it('read what is kept of them, and are forgotten some months after', async () => {
    const subject = { personId: null, names: [], addresses: ['rappel@a.example'] }
    const data = await listAgendaData(testApp.context, subject)
    expect(data.map(({ section, records }) => [section, records.length])).toEqual([['registrations', 2]])
    testApp.clock.advance({ hours: 24 * 150 })
    for (const job of agendaJobs(testApp.application)) await job.run(null)
    expect(await listAgendaData(testApp.context, subject)).toHaveLength(1)
    testApp.clock.advance({ hours: 24 * 40 })
    for (const job of agendaJobs(testApp.application)) await job.run(null)
    expect(await listAgendaData(testApp.context, subject)).toEqual([])
  })
})

async function openedOn(): Promise<string> {
  const row = await testApp.context.database
    .selectFrom('networks_network')
    .select('opens_on')
    .executeTakeFirstOrThrow()
  return row.opens_on ?? ''
}
