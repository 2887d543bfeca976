import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { CalendarAddress } from '../../subscribing/views/calendar-address.tsx'
import { ownFeedPaths } from '../paths.ts'

/** The address that was just made, and what to do with it. */
export function MadeFeedPage({ address }: { address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('agenda.own.madeTitle')}</PageHeading>
      <Notice kind="warning">
        <p>{t('agenda.own.shownOnce')}</p>
      </Notice>
      <CalendarAddress address={address} />
      <p class="form-end">
        <a class="button" href={ownFeedPaths.account(reader)}>
          {t('agenda.own.toAccount')}
        </a>
      </p>
    </>
  )
}
