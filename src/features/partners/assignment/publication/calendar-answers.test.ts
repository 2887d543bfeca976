import { beforeAll, describe, expect, test } from 'vitest'
import { calendarReply } from '../../../../../test/support/calendar-replies.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { answerSettings, receiveMail } from '../../../../../test/support/inbound-mails.ts'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import { type OpenMeetings, openMeetings } from '../../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

const [icheon, busan] = ['jiyoung@icheon.example', 'minho@busan.example']

let open: OpenMeetings
let member: SignedIn
beforeAll(async () => {
  open = await openMeetings(['limoges', 'marseille', 'icheon', 'busan'], {}, answerSettings)
  member = await open.memberOf('icheon', icheon)
  const form = `${await open.pageOf('busan')}/edit`
  await open.keeper.post(form, {
    ...(await fieldsOf(open.keeper, form)),
    address: busan,
    personName: 'Minho',
  })
  for (const slug of ['limoges', 'marseille']) await open.wish(slug, ['icheon', 'busan'])
  const run = await open.run()
  expect((await open.keeper.post(`${run}/publication`)).statusCode).toBe(303)
  return () => open.testApp.close()
})

async function heldBetween(one: string, other: string) {
  const ids = [await open.idOf(one), await open.idOf(other)]
  const row = await open.testApp.context.database
    .selectFrom('partners_session_appointment')
    .selectAll()
    .where('first_id', 'in', ids)
    .where('second_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return { uid: `meeting-${row.appointment_id}@entente.example`, row }
}

async function told(act: () => Promise<unknown>) {
  const before = (await readMailbox(open.testApp)).length
  await act()
  return (await readMailbox(open.testApp)).slice(before)
}

const decline = async (
  uid: string,
  attendee: string,
  more: Partial<Parameters<typeof calendarReply>[0]> = {},
) =>
  receiveMail(
    open.testApp,
    calendarReply({ uid, attendee, answer: 'DECLINED', stamp: '20990101T000000Z', ...more }),
  )

describe('a calendar declines a bilateral meeting', () => {
  test('where its mail says that it may', async () => {
    const mails = (await readMailbox(open.testApp)).filter(({ to }) => to === busan)
    expect(mails.map(({ text }) => text)).toEqual([expect.stringMatching(/calendar|agenda|캘린더/)])
    const ics = (await member.get(`${await open.pageOf('icheon')}.ics`)).body.replaceAll('\r\n ', '')
    expect(ics).toContain('mailto:answers+calendar@entente.example')
  })

  test('the meeting is cancelled once, both are told, and the next run keeps them apart', async () => {
    const { uid } = await heldBetween('limoges', 'busan')
    const messageId = '<no@busan.example>'
    const mails = await told(() => decline(uid, busan, { messageId }))
    expect(mails.map(({ to }) => to)).toContain(busan)
    expect(await told(async () => expect(await decline(uid, busan, { messageId })).toBe('repeated'))).toEqual(
      [],
    )
    // Its calendar says so again, as some do when the entry goes.
    expect(await told(async () => expect(await decline(uid, busan)).toBe('taken'))).toEqual([])
    const { row } = await heldBetween('limoges', 'busan')
    expect([row.cancelled_at === null, row.sequence]).toEqual([false, 1])
    expect(pageWords((await open.keeper.get(await open.pageOf('busan'))).body)).toMatch(
      /Préfère ne pas rencontrer.*Limoges/,
    )
    const run = await open.run()
    await open.keeper.post(`${run}/publication`)
    expect((await heldBetween('limoges', 'busan')).row.cancelled_at).not.toBeNull()
  })

  test('of somebody who accepts, who said no to an earlier hour, or whom nobody invited, nothing changes', async () => {
    const { uid, row } = await heldBetween('limoges', 'icheon')
    const mails = await told(async () => {
      expect(await decline(uid, icheon, { answer: 'ACCEPTED' })).toBe('taken')
      expect(await decline(uid, icheon, { stamp: '20000101T000000Z' })).toBe('taken')
      expect(await decline(uid, 'somebody@icheon.example')).toBe('left')
      expect(await decline('meeting-01890000-0000-7000-8000-000000000000@entente.example', icheon)).toBe(
        'left',
      )
    })
    expect([mails, (await heldBetween('limoges', 'icheon')).row]).toEqual([[], row])
  })

  test('of whom nothing shows that it is theirs, or of one of several: they are asked, and the page does it', async () => {
    const { uid, row } = await heldBetween('limoges', 'icheon')
    const forged = await told(() => decline(uid, icheon, { vouched: 'fail' }))
    expect(forged.map(({ to }) => to)).toEqual([icheon])
    await open.memberOf('icheon', 'colleague@icheon.example')
    const [asked, ...others] = await told(() => decline(uid, icheon))
    expect([asked?.to, others]).toEqual([icheon, []])
    expect((await heldBetween('limoges', 'icheon')).row).toEqual(row)

    const page = new URL(asked?.links[0] ?? '').pathname
    expect(page).toMatch(/\/decline$/)
    expect((await member.post(page, {})).statusCode).toBe(422)
    expect(
      (await member.post(page, { meeting: (await heldBetween('limoges', 'busan')).row.appointment_id }))
        .statusCode,
    ).toBe(422)
    const mails = await told(async () => {
      const done = await member.post(page, { meeting: row.appointment_id })
      expect(String(done.headers.location)).toContain('done=declined')
    })
    expect(mails.map(({ to }) => to)).toContain(icheon)
    expect((await heldBetween('limoges', 'icheon')).row.cancelled_at).not.toBeNull()
    const stranger = await open.memberOf('suncheon')
    expect((await stranger.get(page)).statusCode).toBe(404)
  })
})
