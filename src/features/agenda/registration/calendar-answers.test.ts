import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarReply } from '../../../../test/support/calendar-replies.ts'
import { answerSettings, receiveMail } from '../../../../test/support/inbound-mails.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { addEvent, openRegistration, registerByMail } from '../../../../test/support/register-for-event.ts'
import { signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let event: string
let uid: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, settings: answerSettings })
  const { database } = testApp.context
  const row = await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow()
  const keeper = await signIn(testApp, { role: 'coordinator', networkId: row.network_id })
  event = await addEvent(keeper, 'Une place')
  await openRegistration(keeper, event, { places: '1' })
  const { event_id: id } = await database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('slug', '=', event.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow()
  uid = `event-${id}@${new URL(testApp.application.settings.baseUrl).hostname}`
})
afterAll(() => testApp.close())

const decline = (attendee: string, given: Partial<Parameters<typeof calendarReply>[0]> = {}) =>
  receiveMail(
    testApp,
    calendarReply({ uid, attendee, answer: 'DECLINED', stamp: '20991231T000000Z', ...given }),
  )
const subjectTo = async (address: string) =>
  (await lastMailTo(testApp, address))?.subject.replaceAll(/\s/g, ' ') ?? ''

test('declined in a calendar, a place goes to the next, once and by its holder alone', async () => {
  await registerByMail(testApp, event, { address: 'un@a.example' })
  await registerByMail(testApp, event, { address: 'deux@b.example', language: 'ko' })
  expect((await lastMailTo(testApp, 'un@a.example'))?.text).toContain(
    'Si vous le refusez dans votre calendrier',
  )
  // Not shown to be theirs, then from somebody else (they are asked once a day), or older than the registration: nothing is given away.
  expect(await decline('un@a.example', { vouched: 'fail' })).toBe('taken')
  expect(await subjectTo('un@a.example')).toBe('Annulez-vous votre inscription ? Une place')
  expect(await decline('un@a.example', { from: 'deux@b.example' })).toBe('left')
  expect(await decline('un@a.example', { stamp: '20000101T000000Z' })).toBe('taken')
  expect(await decline('un@a.example', { answer: 'ACCEPTED' })).toBe('taken')
  expect(await subjectTo('deux@b.example')).not.toContain('자리가 배정되었습니다')

  const mail = { messageId: '<declined@a.example>' }
  expect(await decline('un@a.example', mail)).toBe('taken')
  expect(await subjectTo('un@a.example')).toBe('Inscription annulée : Une place')
  expect(await subjectTo('deux@b.example')).toBe('자리가 배정되었습니다: Une place')
  const before = (await readMailbox(testApp)).length
  expect(await decline('un@a.example', mail)).toBe('repeated')
  expect(await decline('un@a.example')).toBe('left')
  expect((await readMailbox(testApp)).length).toBe(before)
})
