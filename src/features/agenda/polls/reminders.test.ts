import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askForDate, inviteTo, vote } from '../../../../test/support/date-polls.ts'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { followPolls } from './commands.ts'
import { isReminderDue } from './poll.ts'

let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('agenda/paris-maire-coree-2017')
})
afterAll(() => record.close())

const anybody = () => browserOf(record.testApp)
const runJobs = () => followPolls(record.testApp.application)

describe('who has not answered is reminded', () => {
  const deadline = new Date('2017-12-01T17:00:00Z')
  const asked = {
    deadline,
    zone: 'Europe/Paris',
    askedOn: '2017-11-20',
    remindedAt: null as Date | null,
  }
  const at = (now: string) => {
    const { clock } = record.testApp.context
    const instant = Temporal.Instant.from(now)
    return { clock: { ...clock, now: () => instant }, today: now.slice(0, 10) }
  }
  test.each<[string, boolean, Partial<typeof asked>, string]>([
    ['two days before the deadline', true, {}, '2017-11-29T17:00:00Z'],
    ['not a minute earlier', false, {}, '2017-11-29T16:59:00Z'],
    ['once', false, { remindedAt: new Date('2017-11-29T17:01:00Z') }, '2017-11-30T17:00:00Z'],
    [
      'also where they were asked two days before that',
      true,
      { askedOn: '2017-11-27' },
      '2017-11-30T09:00:00Z',
    ],
    ['not where they were asked only just before', false, { askedOn: '2017-11-28' }, '2017-11-30T09:00:00Z'],
  ])('%s', (_, expected, given, now) => {
    expect(isReminderDue({ ...asked, ...given }, at(now))).toBe(expected)
  })

  test('by a mail with the dates and a link, in their language; who has answered hears nothing', async () => {
    const path = await askForDate(record.member, {
      'title.fr.text': 'Comité de suivi',
      electorate: 'invited',
    })
    const answered = await inviteTo(record.testApp, record.member, path, { address: 'jiho@suncheon.example' })
    await inviteTo(record.testApp, record.member, path, { address: 'yuna@suncheon.example' })
    expect((await vote(anybody(), answered, ['yes', 'yes'])).statusCode).toBe(303)
    const count = async (address: string) =>
      (await readMailbox(record.testApp)).filter(({ to }) => to === address).length
    await runJobs()
    expect([await count('jiho@suncheon.example'), await count('yuna@suncheon.example')]).toEqual([1, 1])
    await record.testApp.context.database
      .updateTable('agenda_poll')
      .set({ deadline: '2017-07-09T16:00:00Z', asked_on: '2017-07-01' })
      .where('poll_id', '=', path.split('/').at(-1) ?? '')
      .execute()
    await runJobs()
    await runJobs()
    expect([await count('jiho@suncheon.example'), await count('yuna@suncheon.example')]).toEqual([1, 2])
    const mail = await lastMailTo(record.testApp, 'yuna@suncheon.example')
    expect(mail).toMatchObject({ language: 'ko', subject: '응답 마감 이틀 전: Comité de suivi' })
    expect(mail?.text).toContain('2017년 12월 12일')
    const link = URL.parse(mail?.links[0] ?? '')?.pathname ?? ''
    expect((await vote(anybody(), link, ['no', 'yes'])).statusCode).toBe(303)
    expect(pageWords((await record.member.get(path)).body)).not.toContain('Ce sondage est clos')
  })
})
