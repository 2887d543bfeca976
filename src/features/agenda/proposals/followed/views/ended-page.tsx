import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { ErasureForm } from './erasure-form.tsx'

interface EndedPageProps {
  /** The link was used, came too late, or its event is over. */
  why: 'used' | 'lapsed' | 'over' | 'erased'
  /** Where one goes on. */
  next: string
  /** Of the page, as long as something is kept about its proposer. */
  address?: string
}

/** A link that leads nowhere any more: why, and what to do. */
export function EndedPage({ why, next, address }: EndedPageProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading>{t('agenda.proposal.yours')}</PageHeading>
      <p>{t(why === 'erased' ? 'agenda.proposal.erased' : `agenda.proposal.ended.${why}`)}</p>
      <p>
        <a class="button" href={next}>
          {t(why === 'used' ? 'agenda.proposal.lost' : 'agenda.proposal.propose')}
        </a>
      </p>
      {address === undefined ? null : <ErasureForm address={address} />}
    </>
  )
}
