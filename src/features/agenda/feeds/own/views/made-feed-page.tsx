import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { CalendarAddress } from '../../subscribing/views/calendar-address.tsx'
import { ownFeedPaths } from '../paths.ts'

/** The address that was just made, and what to do with it. */
export function MadeFeedPage({ reader, address }: { reader: Reader; address: string }) {
  const { t } = reader
  return (
    <>
      <PageHeading>{t('agenda.own.madeTitle')}</PageHeading>
      <Notice reader={reader} kind="warning">
        <p>{t('agenda.own.shownOnce')}</p>
      </Notice>
      <CalendarAddress reader={reader} address={address} />
      <p class="form-end">
        <a class="button" href={ownFeedPaths.account(reader)}>
          {t('agenda.own.toAccount')}
        </a>
      </p>
    </>
  )
}
