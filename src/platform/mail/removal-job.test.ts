import { afterEach, beforeAll, expect, it } from 'vitest'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { claimMails, recordSent } from './delivery/delivery-loop.ts'
import { removeOldMails } from './removal-job.ts'
import { sendMail } from './send-mail.ts'
import { selectMails } from './stored-mail.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  return testApp.close
})
afterEach(async () => {
  testApp.clock.moveTo('2026-11-02T09:00:00Z')
  await testApp.context.database.deleteFrom('platform_mail').execute()
})

/** What is left after so many hours of a secret mail and another, each sent or never sent. */
async function leftAfter(hours: number) {
  for (const isSecret of [true, false])
    await sendMail(
      testApp.context,
      sampleMail({ isSecret, subject: `${isSecret ? 'secret' : 'plain'} sent` }),
    )
  for (const mail of await claimMails(testApp.application, 10)) await recordSent(testApp.application, mail)
  await sendMail(testApp.context, sampleMail({ isSecret: true, subject: 'secret unsent' }))
  testApp.clock.advance({ hours })
  await removeOldMails(testApp.application)
  const rows = await selectMails(testApp.context.database).orderBy('subject').execute()
  return rows.map(({ subject, body, failedAt }) => [
    subject,
    body === null ? 'no text' : 'text',
    failedAt !== null,
  ])
}

it('removes the text of a secret mail an hour after it was sent', async () => {
  expect(await leftAfter(2)).toEqual([
    ['plain sent', 'text', false],
    ['secret sent', 'no text', false],
    ['secret unsent', 'text', false],
  ])
})

it('removes every text after thirty days, and gives up what never left', async () => {
  expect(await leftAfter(30 * 24 + 1)).toEqual([
    ['plain sent', 'no text', false],
    ['secret sent', 'no text', false],
    ['secret unsent', 'no text', true],
  ])
})

it('removes the rest after a year', async () => {
  expect(await leftAfter(366 * 24)).toEqual([])
})

it('removes the calendar of a mail with its text', async () => {
  const event = {
    uid: 'a@b.example',
    stampedAt: new Date('2026-11-02T09:00:00Z'),
    start: { kind: 'day' as const, day: '2026-11-12' },
    summary: { text: 'Réunion' },
  }
  await sendMail(testApp.context, sampleMail({ calendar: { method: 'PUBLISH', event } }))
  const calendars = async () =>
    (await selectMails(testApp.context.database).execute()).map((mail) => mail.calendar)
  expect(await calendars()).toMatchObject([{ method: 'PUBLISH', event: { uid: 'a@b.example' } }])
  testApp.clock.advance({ hours: 30 * 24 + 1 })
  await removeOldMails(testApp.application)
  expect(await calendars()).toEqual([null])
})
