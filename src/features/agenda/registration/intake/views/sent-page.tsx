import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'

interface SentPageProps {
  network: string
  event: AgendaEvent
  address: string
  /** A registration is to be confirmed, or a lost link was asked for. */
  said: 'sent' | 'renewed'
}

/** What follows: a mail. */
export function SentPage({ network, event, address, said }: SentPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network, event.slug)}>{eventTitle(reader, event)}</a>}
      >
        {t('agenda.registration.sentTitle')}
      </PageHeading>
      <p>{t(said === 'sent' ? 'agenda.registration.sent' : 'agenda.registration.renewed', { address })}</p>
    </>
  )
}
