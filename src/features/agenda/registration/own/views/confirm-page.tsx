import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { EntryFacts } from '../../views/entry-facts.tsx'
import type { OwnRequest } from '../call.ts'
import { AttendedEvent } from './attended-event.tsx'

type ConfirmPageProps = Pick<
  OwnRequest,
  'reader' | 'network' | 'event' | 'terms' | 'registration' | 'address'
>

/** What somebody is said to have registered for, and the one button by which they say that it was them. */
export function ConfirmPage({ reader, network, event, terms, registration, address }: ConfirmPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>}
        lead={t('agenda.registration.toConfirm')}
      >
        {t('agenda.registration.confirmTitle')}
      </PageHeading>
      <AttendedEvent reader={reader} network={network} event={event} registration={registration} />
      <EntryFacts reader={reader} questions={terms.questions} registration={registration} />
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
