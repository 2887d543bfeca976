import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths as issuePaths } from '../../issues/paths.ts'
import { paths } from '../paths.ts'
import { type Sending, stateOf } from '../sending.ts'
import { sendingTitle } from './sending-title.ts'

interface SendingsPageProps {
  network: string
  sendings: Sending[]
}

/** What a network has sent, sends and is about to send. */
export function SendingsPage({ network, sendings }: SendingsPageProps) {
  const reader = useReader()
  const { t } = reader
  const letters = issuePaths.list(reader, network)
  return (
    <>
      <PageHeading
        kicker={<a href={letters}>{t('newsletter.issues.title')}</a>}
        lead={t('newsletter.sending.listLead')}
      >
        {t('newsletter.sending.list')}
      </PageHeading>
      {sendings.length === 0 ? (
        <EmptyState
          title={t('newsletter.sending.none')}
          why={t('newsletter.sending.noneWhy')}
          next={<a href={letters}>{t('newsletter.issues.title')}</a>}
        />
      ) : (
        <EntryList
          entries={sendings.map((sending) => ({
            key: sending.id,
            title: sendingTitle(reader, sending),
            href: paths.sending(reader, network, sending.id),
            meta: (
              <>
                <span class="tag">{t(`newsletter.sending.state.${stateOf(sending)}`)}</span>{' '}
                {t('newsletter.sending.orderedAt')} <Moment at={sending.orderedAt} />
              </>
            ),
          }))}
        />
      )}
    </>
  )
}
