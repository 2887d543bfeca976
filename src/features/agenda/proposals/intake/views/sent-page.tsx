import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../../events/paths.ts'

interface SentPageProps {
  network: string
  address: string
  /** A new proposal is to be confirmed, or a new link was asked for. */
  said: 'sent' | 'renewed'
}

/** What follows: a mail. */
export function SentPage({ network, address, said }: SentPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading kicker={<a href={paths.agenda(reader, network)}>{t('agenda.list.title')}</a>}>
        {t('agenda.proposal.sentTitle')}
      </PageHeading>
      <p>{t(said === 'sent' ? 'agenda.proposal.sent' : 'agenda.proposal.renewed', { address })}</p>
    </>
  )
}
