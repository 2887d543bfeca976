import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { EntryFacts } from '../../views/entry-facts.tsx'
import type { OwnRequest } from '../call.ts'
import { AttendedEvent } from './attended-event.tsx'

type ConfirmPageProps = Pick<OwnRequest, 'network' | 'event' | 'terms' | 'registration' | 'address'>

/** What somebody is said to have registered for, and the one button by which they say that it was them. */
export function ConfirmPage({ network, event, terms, registration, address }: ConfirmPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        lead={t('agenda.registration.toConfirm')}
      >
        {t('agenda.registration.confirmTitle')}
      </PageHeading>
      <AttendedEvent network={network} event={event} registration={registration} />
      <EntryFacts questions={terms.questions} registration={registration} />
      <form method="post" action={`${address}/confirmation`} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.registration.confirm')}
          </button>
        </p>
      </form>
    </>
  )
}
