import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { paths } from '../wishes/paths.ts'

interface EndedPageProps {
  network: string
  why: 'used' | 'lapsed' | 'erased'
}

/** A link that leads nowhere any more: why, and where to go. */
export function EndedPage({ network, why }: EndedPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('partners.introduction.confirmTitle')}</PageHeading>
      <p>{t(`partners.introduction.ended.${why}`)}</p>
      <p>
        <a class="button" href={paths.board(reader, network)}>
          {t('partners.board.title')}
        </a>
      </p>
    </>
  )
}
