import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import type { Context } from '../../../platform/context/context.ts'
import { signId } from '../../../platform/context/signed-id.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import { notify } from '../../../platform/mail/notify.ts'
import { listPoints } from '../agenda/queries.ts'
import { changeMeeting, lockedMeeting, type SaidState, sayState } from '../meetings/commands.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { MeetingFacts } from '../meetings/new-meeting.ts'
import { findMeetingById } from '../meetings/queries.ts'
import { paths } from '../paths.ts'
import { answerPurpose } from './commands.ts'
import { changeMail, type MeetingChange } from './mails/change-mail.ts'
import { meetingInvitation } from './meeting-invitation.ts'
import { listInvitees } from './queries.ts'

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
