import { sql } from 'kysely'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { signId } from '../../../platform/context/signed-id.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import { answerAddress } from '../../../platform/mail/inbound/answer-address.ts'
import { notify } from '../../../platform/mail/notify.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import { listPoints } from '../agenda/queries.ts'
import { changeMeeting, lockedMeeting, noteChange, type SaidState, sayState } from '../meetings/commands.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { MeetingFacts } from '../meetings/new-meeting.ts'
import { findMeetingById } from '../meetings/queries.ts'
import { paths } from '../paths.ts'
import { mayKeepMeetings } from '../policy.ts'
import { type Convocation, changeMail, convocationMail, type MeetingChange } from './mails.ts'
import { meetingInvitation } from './meeting-invitation.ts'
import { type Answer, type Invitee, listInvitees } from './queries.ts'
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
    const readsCalendars = answerAddress(application, 'calendar') !== null
    await notify({ application, writing: inside, network }, invited, {
      leadsTo: (language, { id }) =>
        paths.answer(language, network.slug, signId(application.secret, answerPurpose, id)),
      write: (notified) => ({
        ...convocationMail(notified, { ...convocation, meeting }, readsCalendars),
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
  /** When they gave it, where that was not just now. */
  at?: Date | null
}

/** Records an invitee’s answer by their link. They may change it until the meeting is over (on the network’s day). */
export async function answerConvocation(
  context: Context,
  { networkId, meetingId, inviteeId }: { networkId: string; meetingId: string; inviteeId: string },
  given: GivenAnswer,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const now = inside.clock.now()
    const givenAt = Math.min(now.epochMilliseconds, given.at?.getTime() ?? now.epochMilliseconds)
    const { numUpdatedRows } = await inside.database
      .updateTable('minutes_invitee')
      .set({
        answer: given.answer,
        represented_by: given.answer === 'represented' ? given.representedBy : '',
        words: given.words,
        answered_at: new Date(givenAt),
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

interface Which {
  network: MeetingChange['network']
  meeting: Meeting
}

/** Changes the facts of a meeting, and notifies its invitees if the hours or the place changed. */
export async function changeConvened(
  application: Application,
  context: Context,
  { network, meeting: before }: Which,
  change: { facts: MeetingFacts; seenAt: string },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    await changeMeeting(inside, network.id, before.id, change)
    const meeting = await findMeetingById(inside, network.id, before.id)
    if (meeting.calendarSequence === before.calendarSequence || meeting.cancelledAt) return
    await notifyInvitees(application, inside, { network, meeting, before, news: 'moved' })
  })
}

/** Sets a state of a meeting, and notifies its invitees of a cancellation or its withdrawal. */
export async function sayConvenedState(
  application: Application,
  context: Context,
  { network, meeting: loaded }: Which,
  said: { state: SaidState; isSo: boolean },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const before = await lockedMeeting(inside, loaded)
    await sayState(inside, network.id, before.id, said)
    if (said.state !== 'cancelled' || said.isSo === (before.cancelledAt !== null)) return
    const meeting = await findMeetingById(inside, network.id, before.id)
    await notifyInvitees(application, inside, {
      network,
      meeting,
      before,
      news: said.isSo ? 'cancelled' : 'restored',
    })
  })
}

// Invitees are not told of corrections to a meeting that is over on the network’s own day.
async function notifyInvitees(
  application: Application,
  context: Context,
  change: MeetingChange,
): Promise<void> {
  const { network, meeting, before } = change
  const { today } = context
  const isOver = meeting.heldAt !== null || (meeting.heldOn < today && before.heldOn < today)
  if (meeting.convenedAt === null || isOver) return
  const told = {
    network,
    meeting,
    points: await listPoints(context, meeting.id),
    uidHost: await findUidHost(context, application.settings),
  }
  const at = new Date(context.clock.now().epochMilliseconds)
  const recipients = (await listInvitees(context, meeting.id)).flatMap(({ id, name, address, language }) =>
    address === null ? [] : [{ id, name, address, language: interfaceLanguageFor(language) }],
  )
  await notify({ application, writing: context, network }, recipients, {
    leadsTo: (language, { id }) =>
      change.news === 'cancelled'
        ? null
        : paths.answer(language, network.slug, signId(application.secret, answerPurpose, id)),
    write: (notified) => ({
      ...changeMail(notified, change),
      // An invitee who had accepted is asked again.
      calendar: meetingInvitation(application, told, notified.to, { answer: null, at }),
    }),
  })
}
