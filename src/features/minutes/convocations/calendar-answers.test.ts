import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltMeeting, buildMeeting } from '../../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../../test/support/build-network.ts'
import { original } from '../../../../test/support/build-texts.ts'
import { calendarReply } from '../../../../test/support/calendar-replies.ts'
import { answerSettings, receiveMail } from '../../../../test/support/inbound-mails.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openKeptGroup } from '../../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn } from '../../../../test/support/sign-in.ts'
import { renderCalendar } from '../../../platform/mail/rendering/render-calendar.ts'
import { asStoredMail, selectMails } from '../../../platform/mail/stored-mail.ts'

const claire = 'claire@limoges.example'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let meeting: BuiltMeeting
let uid: string
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup(answerSettings))
  return testApp.close
})

beforeEach(async () => {
  for (const table of ['platform_inbound_mail', 'platform_mail'] as const)
    await testApp.context.database.deleteFrom(table).execute()
  meeting = await buildMeeting(testApp.context, network, { start: '17:30', title: original('Comité') })
  await keeper.post(`/fr/${meeting.path}/convocation`, {
    ...{ language: 'fr', action: 'send', addresses: `Claire Martin <${claire}>` },
  })
  uid = `meeting-${meeting.id}@${new URL(testApp.application.settings.baseUrl).hostname}`
})

const receive = (given: Partial<Parameters<typeof calendarReply>[0]>) =>
  receiveMail(testApp, calendarReply({ uid, attendee: claire, answer: 'ACCEPTED', ...given }))

async function answerOf(): Promise<{ answer: string | null; words: string }> {
  return testApp.context.database
    .selectFrom('minutes_invitee')
    .select(['answer', 'words'])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirstOrThrow()
}

describe('a calendar answers a convocation', () => {
  test('where the invitation says, and the mail says so', async () => {
    expect((await lastMailTo(testApp, claire))?.text).toContain(
      'Vous pouvez aussi l’y accepter ou l’y refuser',
    )
    const row = await selectMails(testApp.context.database).executeTakeFirstOrThrow()
    const { calendar } = asStoredMail(row)
    const file = calendar ? renderCalendar('fr', calendar).replaceAll('\r\n ', '') : ''
    expect(file).toContain(':mailto:answers+calendar@entente.example')
    expect(file).toContain(`UID:${uid}`)
  })

  test('and it counts as the answer on the page, once', async () => {
    const given = { messageId: '<one@office.example>' }
    expect(await receive(given)).toBe('taken')
    expect(await answerOf()).toEqual({ answer: 'present', words: '' })
    expect(await receive(given)).toBe('repeated')
    const link = (await lastMailTo(testApp, claire))?.links[0] ?? ''
    const page = await browserOf(testApp).get(new URL(link).pathname)
    expect(page.body).toMatch(/value="present"[^>]* checked/)
    expect(pageWords((await keeper.get(`/fr/${meeting.path}/convocation`)).body)).toContain('Claire Martin')
  })

  test('by the last word, in whatever order the mails come', async () => {
    await receive({ answer: 'DECLINED', stamp: '20170904T070000Z' })
    await receive({ answer: 'ACCEPTED', stamp: '20170904T060000Z' })
    expect((await answerOf()).answer).toBe('excused')
    await receive({ answer: 'ACCEPTED', stamp: '20170904T080000Z' })
    expect((await answerOf()).answer).toBe('present')
    await receive({ answer: 'TENTATIVE', stamp: '20170904T090000Z' })
    expect((await answerOf()).answer).toBe('present')
  })

  test.each([
    ['is not shown to be from their address', { vouched: 'fail' }],
    ['is from somebody else', { from: 'somebody@office.example' }],
  ] as const)('%s: they are asked, once a day', async (_, given) => {
    const before = (await readMailbox(testApp)).length
    expect(await receive(given)).toBe('taken')
    expect((await answerOf()).answer).toBeNull()
    const asked = await lastMailTo(testApp, claire)
    expect([asked?.subject.replaceAll(/\s/g, ' '), asked?.links.length]).toEqual([
      'Est-ce votre réponse ? Comité',
      expect.any(Number),
    ])
    for (const from of ['a@one.example', 'b@two.example', claire])
      expect(await receive({ vouched: 'fail', from })).toBe('left')
    expect((await readMailbox(testApp)).length).toBe(before + 1)
  })

  test('is none of ours for whoever was not invited, or of another meeting', async () => {
    expect(await receive({ attendee: 'other@limoges.example' })).toBe('left')
    expect(await receive({ uid: 'meeting-1@elsewhere.example' })).toBe('left')
    expect(await receive({ uid: `event-${meeting.id}@here` })).toBe('left')
    expect((await answerOf()).answer).toBeNull()
  })
})
