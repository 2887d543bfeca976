import { sql } from 'kysely'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { signId } from '../../../platform/context/signed-id.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { notify } from '../../../platform/mail/notify.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { lockedMeeting, noteChange } from '../meetings/commands.ts'
import { paths } from '../paths.ts'
import { mayKeepMeetings } from '../policy.ts'
import { type Convocation, convocationMail } from './mails/convocation-mail.ts'
import { meetingInvitation } from './meeting-invitation.ts'
import type { Answer, Invitee } from './queries.ts'
import type { Recipient } from './recipients.ts'

/** The purpose for which links of convocations are signed. */
export const answerPurpose = 'convocation'

const mostRecipients = 300

/** Convenes people to a meeting: mails each a link of their own. A person who was convened before gets the same link again. */
export async function convene(
  application: Application,
  context: Context,
  convocation: Convocation,
  recipients: readonly Recipient[],
): Promise<void> {
  const { network } = convocation
  authorize(mayKeepMeetings(context.actor, network.id))
  if (recipients.length > mostRecipients) throw new Refusal('tooMany', 'Too many are convened at once')
  await inTransaction(context, async (inside) => {
    const meeting = await lockedMeeting(inside, convocation.meeting)
    // The mail would say that it adds the meeting, while its calendar part would remove it.
    if (meeting.cancelledAt !== null) throw new Refusal('tooLate', 'The meeting was cancelled')
    const instant = inside.clock.now()
    const now = instant.toString()
    const at = new Date(instant.epochMilliseconds)
    const uidHost = await findUidHost(inside, application.settings)
    // The meeting counts as convened from now on: otherwise it would stay tentative in every calendar.
    const told = { ...convocation, meeting: { ...meeting, convenedAt: meeting.convenedAt ?? at }, uidHost }
    const invited: (Pick<Recipient, 'name' | 'address' | 'language'> & Pick<Invitee, 'id' | 'answer'>)[] = []
    for (const recipient of recipients) {
      const { name, address, language } = recipient
      invited.push({ name, address, language, ...(await writeInvitee(inside, meeting.id, recipient, now)) })
    }
    await notify({ application, writing: inside, network }, invited, {
      leadsTo: (language, { id }) =>
        paths.answer(language, network.slug, signId(application.secret, answerPurpose, id)),
      write: (notified) => ({
        ...convocationMail(notified, { ...convocation, meeting }),
        calendar: meetingInvitation(application, told, notified.to, { answer: notified.to.answer, at }),
      }),
    })
    await inside.database
      .updateTable('minutes_meeting')
      .set({
        convened_at: sql<Date>`coalesce(convened_at, ${now}::timestamptz)`,
        convened_by: personIdOf(inside.actor),
      })
      .where('meeting_id', '=', meeting.id)
      .execute()
    const detail = { count: recipients.length }
    await noteChange(inside, { networkId: network.id, meetingId: meeting.id, verb: 'convened', detail })
  })
}

export interface GivenAnswer {
  answer: Answer
  representedBy: string
  words: string
}

/** Records an invitee’s answer by their link. They may change it until the meeting is over (on the network’s day). */
export async function answerConvocation(
  context: Context,
  { networkId, meetingId, inviteeId }: { networkId: string; meetingId: string; inviteeId: string },
  given: GivenAnswer,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    const { numUpdatedRows } = await inside.database
      .updateTable('minutes_invitee')
      .set({
        answer: given.answer,
        represented_by: given.answer === 'represented' ? given.representedBy : '',
        words: given.words,
        answered_at: now,
      })
      .where('invitee_id', '=', inviteeId)
      .where('meeting_id', '=', meetingId)
      .where(
        sql<boolean>`exists (
          select 1 from minutes_meeting m where m.meeting_id = ${meetingId} and m.network_id = ${networkId}
            and m.held_on >= ${inside.today} and m.cancelled_at is null
        )`,
      )
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refusal('tooLate', 'The meeting is over')
    await noteChange(inside, { networkId, meetingId, verb: 'answered' })
  })
}

async function writeInvitee(
  { database, actor }: Context,
  meetingId: string,
  recipient: Recipient,
  now: string,
): Promise<Pick<Invitee, 'id' | 'answer'>> {
  const { rows } = await sql<Pick<Invitee, 'id' | 'answer'>>`
    insert into minutes_invitee (invitee_id, meeting_id, person_id, name, address, function, organisation_id, language,
      asked_at, asked_by)
    values (${newId()}, ${meetingId}, ${recipient.personId}::uuid, ${recipient.name}, ${recipient.address},
      ${JSON.stringify(recipient.function)}::jsonb, ${recipient.organisationId}::uuid, ${recipient.language}, ${now},
      ${personIdOf(actor)}::uuid)
    on conflict (meeting_id, address) do update set asked_at = excluded.asked_at, language = excluded.language
    returning invitee_id as id, answer
  `.execute(database)
  return onlyRow(rows)
}

const days = 30

/** Removes the addresses and messages of invitees a month after the meeting. Their answers are kept. */
export async function forgetInvitees({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const limit = clock
    .now()
    .subtract({ hours: days * 24 })
    .toString()
    .slice(0, 10)
  await sql`
    update minutes_invitee i set address = null, words = ''
    from minutes_meeting m
    where m.meeting_id = i.meeting_id and m.held_on < ${limit} and i.address is not null
  `.execute(database)
}
