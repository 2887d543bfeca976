import { Notice } from '../../../../../../ui/blocks/notice.tsx'
import { holdersOf } from '../../../../../agenda/events/index.ts'
import type { SessionRequest } from '../../../call.ts'
import type { Appointment } from '../../../publication/appointment.ts'
import { hasMoved } from '../../event-change.ts'
import { aheadOf, areHosts, hasNews, newsOf } from '../event-details.ts'

interface DetailsNoticeProps {
  asked: SessionRequest
  appointments: readonly Appointment[]
}

/** What whoever holds an event reads between a change of its title or place and the mail that tells it. */
export function DetailsNotice({ asked, appointments }: DetailsNoticeProps) {
  const { reader, writing, event, ground } = asked
  const { session, participants } = ground
  const ahead = aheadOf(appointments, writing.today)
  const isShown = !session.isEventCancelled && !session.isEventHidden
  if (ahead.length === 0 || !isShown || !hasNews(newsOf(session))) return null
  const waits = event.visibility === 'hosts' && !areHosts(participants, ahead, holdersOf(event.organisations))
  const key = hasMoved(session) ? 'decision' : waits ? 'hosts' : 'soon'
  return (
    <Notice>
      <p>{reader.t(`partners.assignment.retold.${key}`)}</p>
    </Notice>
  )
}
