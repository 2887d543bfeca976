import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'

interface SentPageProps {
  reader: Reader
  network: string
  event: AgendaEvent
  address: string
  /** A registration is to be confirmed, or a lost link was asked for. */
  said: 'sent' | 'renewed'
}

/** What follows: a mail. */
export function SentPage({ reader, network, event, address, said }: SentPageProps) {
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
