import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../../wishes/paths.ts'
import type { InterestRequest } from '../routes.tsx'

/** What follows: a mail. */
export function SentPage({ network, wish, address }: InterestRequest & { address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('partners.introduction.interest.sentTitle')}</PageHeading>
      <p>{t('partners.introduction.interest.sent', { address })}</p>
      <p>
        <a href={paths.wish(reader, network.slug, wish.slug)}>
          {t('partners.introduction.interest.backToWish')}
        </a>
      </p>
    </>
  )
}
