import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { OwnRequest } from '../call.ts'
import { ErasureForm } from './erasure-form.tsx'

interface EndedPageProps extends Pick<OwnRequest, 'terms' | 'address'> {
  /** The link was used or came too late, registration has closed, the event is over, or all was erased. */
  why: 'used' | 'lapsed' | 'closed' | 'over' | 'erased'
  /** Where one goes on; null for nowhere. */
  next: string | null
}

/** A link that leads nowhere any more: why, and what to do. */
export function EndedPage({ terms, address, why, next }: EndedPageProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading>{t('agenda.registration.yourRegistration')}</PageHeading>
      <p>{t(`agenda.registration.ended.${why}`)}</p>
      {next === null ? null : (
        <p>
          <a class="button" href={next}>
            {t(why === 'used' ? 'agenda.registration.lost' : 'agenda.registration.title')}
          </a>
        </p>
      )}
      {why === 'over' ? <ErasureForm terms={terms} address={address} /> : null}
    </>
  )
}
