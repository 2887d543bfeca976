import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { paths as eventPaths } from '../../../events/paths.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import { EntryFacts } from '../../views/entry-facts.tsx'
import type { OwnRequest } from '../call.ts'
import { AttendedEvent } from './attended-event.tsx'
import { ErasureForm } from './erasure-form.tsx'

interface OwnPageProps
  extends Pick<OwnRequest, 'network' | 'event' | 'terms' | 'registration' | 'isShown' | 'address'> {
  mayChange: boolean
  /** Where one registers anew; null while the event is hidden. */
  again: string | null
  /** On the waiting list; null for those who do not wait. */
  position: number | null
  /** What was just done. */
  done: string
}

/** Where somebody stands who registered: their place, what they said, and what they may still do. */
export function OwnPage(props: OwnPageProps) {
  const reader = useReader()
  const { network, event, terms, registration, isShown, mayChange, address, again, done } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          isShown ? (
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          ) : undefined
        }
        actions={
          mayChange ? (
            <a class="button" href={`${address}/change`}>
              {t('agenda.registration.change')}
            </a>
          ) : undefined
        }
      >
        {t('agenda.registration.yourRegistration')}
      </PageHeading>
      {done === 'changed' ? (
        <Notice kind="done" live>
          {t('agenda.registration.changed')}
        </Notice>
      ) : null}
      <Standing {...props} />
      {isShown ? <AttendedEvent network={network} event={event} registration={registration} /> : null}
      <Section id="entry" title={t('agenda.registration.whatYouSaid')}>
        <EntryFacts questions={terms.questions} registration={registration} />
      </Section>
      {mayChange ? (
        <Section id="withdrawal" title={t('agenda.registration.withdrawal')}>
          <p>{t('agenda.registration.withdrawalLead')}</p>
          <form method="post" action={`${address}/withdrawal`}>
            <button type="submit" class="button">
              {t('agenda.registration.withdraw')}
            </button>
          </form>
        </Section>
      ) : null}
      {registration.state === 'withdrawn' && again ? (
        <p>
          <a class="button" href={again}>
            {t('agenda.registration.again')}
          </a>
        </p>
      ) : null}
      <ErasureForm terms={terms} address={address} />
    </>
  )
}

function Standing({ registration, event, isShown, position, done }: OwnPageProps) {
  const { t } = useReader()
  if (!isShown) return <Notice>{t('agenda.registration.hidden')}</Notice>
  if (event.state === 'cancelled')
    return <Notice kind="warning">{t('agenda.registration.standing.cancelled')}</Notice>
  const isNew = done === 'registered'
  if (registration.state === 'placed')
    return (
      <Notice kind="done" live={isNew}>
        {t('agenda.registration.yours.placed')}
      </Notice>
    )
  if (registration.state === 'waiting')
    return (
      <Notice live={isNew}>{t('agenda.registration.yours.waitingAt', { position: position ?? 0 })}</Notice>
    )
  return (
    <Notice live>
      <p>{t('agenda.registration.yours.withdrawn')}</p>
      {registration.withdrawalWord ? <blockquote>{registration.withdrawalWord}</blockquote> : null}
    </Notice>
  )
}
