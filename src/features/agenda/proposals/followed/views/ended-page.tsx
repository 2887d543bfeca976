import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { ErasureForm } from './erasure-form.tsx'

interface EndedPageProps {
  reader: Reader
  /** The link was used, came too late, or its event is over. */
  why: 'used' | 'lapsed' | 'over' | 'erased'
  /** Where one goes on. */
  next: string
  /** Of the page, as long as something is kept about its proposer. */
  address?: string
}

/** A link that leads nowhere any more: why, and what to do. */
export function EndedPage({ reader, why, next, address }: EndedPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading>{t('agenda.proposal.yours')}</PageHeading>
      <p>{t(why === 'erased' ? 'agenda.proposal.erased' : `agenda.proposal.ended.${why}`)}</p>
      <p>
        <a class="button" href={next}>
          {t(why === 'used' ? 'agenda.proposal.lost' : 'agenda.proposal.propose')}
        </a>
      </p>
      {address === undefined ? null : <ErasureForm reader={reader} address={address} />}
    </>
  )
}
