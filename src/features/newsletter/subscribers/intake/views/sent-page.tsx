import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { addressFor } from '../../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'
import { paths } from '../../paths.ts'

interface SentPageProps {
  network: Network
  address: string
}

/** What follows: a mail, whether or not the address is known. */
export function SentPage({ network, address }: SentPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('newsletter.subscribers.sentTitle')}</PageHeading>
      <p>{t('newsletter.subscribers.sent', { address })}</p>
      <p>
        <a href={paths.subscribe(reader, network.slug)}>{t('newsletter.subscribers.sentWrong')}</a>
      </p>
      <p>
        <a href={addressFor(reader, `/${network.slug}`)}>{chooseName(network.name, reader.language).text}</a>
      </p>
    </>
  )
}
