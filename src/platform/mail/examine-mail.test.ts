import { afterEach, beforeAll, expect, it } from 'vitest'
import { sampleMail } from '../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { claimMails, recordFailure, recordSent } from './delivery/delivery-loop.ts'
import { examineMail } from './examine-mail.ts'
import { sendMail } from './send-mail.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { MAIL_FROM: 'Entente <a@entente.example>' } })
  return testApp.close
})
afterEach(async () => {
  testApp.clock.moveTo('2026-11-02T09:00:00Z')
  await testApp.context.database.deleteFrom('platform_mail').execute()
})

const examine = (given: { smtpUrl?: string; demo?: 'france-coree' }) =>
  examineMail({ ...testApp.application, settings: { ...testApp.application.settings, ...given } })
const smtpUrl = 'smtp://me:password@mail.example:587'

it('is content with an outbox where nothing waits', async () => {
  expect(await examine({})).toEqual({
    subject: 'mail',
    says: 'no mail server, 0 waiting, 0 failed since yesterday',
    remedy: null,
  })
  expect(await examine({ smtpUrl })).toEqual({
    subject: 'mail',
    says: 'from Entente <a@entente.example>, 0 waiting, 0 failed since yesterday',
    remedy: null,
  })
})

it('asks for a mail server when mails wait, but not in a demonstration', async () => {
  await sendMail(testApp.context, sampleMail())
  expect((await examine({})).remedy).toBe('set SMTP_URL: mails wait, and nothing delivers them')
  expect((await examine({ demo: 'france-coree' })).remedy).toBeNull()
})

it('says when nobody delivers, and what the mail server said', async () => {
  await sendMail(testApp.context, sampleMail())
  expect((await examine({ smtpUrl })).remedy).toBeNull()
  testApp.clock.advance({ minutes: 16 })
  expect((await examine({ smtpUrl })).remedy).toMatch(/^1 have been due for 15 minutes: start a process/)
  const [mail] = await claimMails(testApp.application, 1)
  await recordFailure(testApp.application, mail!, { words: '550 Blocked', isPermanent: true })
  expect(await examine({ smtpUrl })).toMatchObject({
    says: 'from Entente <a@entente.example>, 0 waiting, 1 failed since yesterday',
    remedy: 'the mail server said last: 550 Blocked',
  })
  const metrics = await testApp.get('/metrics')
  expect(metrics.body).toContain('entente_mails{state="waiting"} 0')
  expect(metrics.body).toContain('entente_mails{state="failed"} 1')
  testApp.clock.advance({ hours: 25 })
  expect((await examine({ smtpUrl })).remedy).toBeNull()
})

it('does not call it a fault that one of several addresses is wrong, or one server slow', async () => {
  for (const subject of ['sent', 'refused', 'slow']) await sendMail(testApp.context, sampleMail({ subject }))
  for (const mail of await claimMails(testApp.application, 3)) {
    if (mail.subject === 'sent') await recordSent(testApp.application, mail)
    else
      await recordFailure(testApp.application, mail, {
        words: '550 No such user',
        isPermanent: mail.subject === 'refused',
      })
  }
  expect(await examine({ smtpUrl })).toEqual({
    subject: 'mail',
    says: 'from Entente <a@entente.example>, 1 waiting, 1 failed since yesterday',
    remedy: null,
  })
  for (const minutes of [1, 4]) {
    testApp.clock.advance({ minutes })
    const [slow] = await claimMails(testApp.application, 3)
    await recordFailure(testApp.application, slow!, { words: 'connect ECONNREFUSED', isPermanent: false })
  }
  expect((await examine({ smtpUrl })).remedy).toBe('the mail server said last: connect ECONNREFUSED')
})
