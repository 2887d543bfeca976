import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { isDated } from '../../events/known-days.ts'
import type { AgendaEvent } from '../../events/summary.queries.ts'
import { EventDate } from '../../events/views/event-date.tsx'
import { paths as feedPaths } from '../../feeds/paths.ts'
import type { Registration } from '../registration.ts'

interface AttendedEventProps {
  network: Network
  event: AgendaEvent
  registration: Pick<Registration, 'state' | 'attendance'>
}

/** When and where an event is, for those who come; the link to its conference for those who take part online and have a place. */
export function AttendedEvent({ network, event, registration }: AttendedEventProps) {
  const reader = useReader()
  const { t } = reader
  const isOnline = event.attendance === 'online' || registration.attendance === 'online'
  const facts: Fact[] = [
    {
      term: t('agenda.event.when'),
      detail: <EventDate countries={network.countries} event={event} />,
    },
    ...(Object.keys(event.venue).length > 0
      ? [
          {
            term: t('agenda.event.where'),
            detail: <Passage text={event.venue} as="span" />,
          },
        ]
      : []),
    ...(isOnline && registration.state === 'placed' && event.conferenceUrl !== null
      ? [
          {
            term: t('agenda.event.attendance'),
            detail: (
              <a href={event.conferenceUrl} rel="noopener noreferrer">
                {t('agenda.event.conference')}
              </a>
            ),
          },
        ]
      : []),
    ...(isDated(event)
      ? [
          {
            term: t('agenda.registration.calendar'),
            detail: (
              <a href={feedPaths.eventFile(reader, network.slug, event.slug)}>
                {t('agenda.event.addToCalendar')}
              </a>
            ),
          },
        ]
      : []),
  ]
  return <FactList facts={facts} />
}
