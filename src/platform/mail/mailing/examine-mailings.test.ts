import { expect, it } from 'vitest'
import { many, openMailings } from '../../../../test/support/open-mailings.ts'
import { examineMailings } from './examine-mailings.ts'
import { steerMailing } from './mailing.ts'

const mailings = openMailings({ DEMO: 'none' })

/** The finding with a mail server, or without one. */
function examined(smtpUrl: string | null = mailings.server.url) {
  const { application } = mailings.testApp
  return examineMailings({ ...application, settings: { ...application.settings, smtpUrl } })
}

it('counts what is being sent, what is paused, and who waits', async () => {
  expect(await examined()).toEqual({
    subject: 'letters',
    says: '0 being sent and 0 paused, 0 readers waiting',
    remedy: null,
  })
  const [sent, paused] = [await mailings.prepare(many(2)), await mailings.prepare(many(3))]
  for (const id of [sent, paused]) await mailings.start(id)
  await steerMailing(mailings.testApp.context, paused, 'paused')
  expect(await examined()).toMatchObject({
    says: '1 being sent and 1 paused, 5 readers waiting',
    remedy: null,
  })
  await mailings.open().deliverDue()
  expect((await examined()).says).toBe('0 being sent and 1 paused, 3 readers waiting')
})

it('says that nobody delivers what has been due for a quarter of an hour, and nothing of what is paused', async () => {
  const id = await mailings.prepare(many(3))
  await mailings.start(id)
  mailings.pass({ minutes: 14 })
  expect((await examined()).remedy).toBeNull()
  mailings.pass({ minutes: 2 })
  expect((await examined()).remedy).toMatch(/^3 have been due for 15 minutes: start a process with ROLE=/)
  await steerMailing(mailings.testApp.context, id, 'paused')
  expect((await examined()).remedy).toBeNull()
})

it('says that there is no mail server as long as letters wait for one', async () => {
  expect((await examined(null)).remedy).toBeNull()
  await mailings.start(await mailings.prepare(many(1)))
  expect((await examined(null)).remedy).toBe('set SMTP_URL: letters wait, and nothing delivers them')
})
