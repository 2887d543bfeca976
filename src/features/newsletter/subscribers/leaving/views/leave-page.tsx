import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../networks/index.ts'

interface LeavePageProps {
  network: Network
  address: string
}

/** The button by which somebody leaves who came by the link in a mail. */
export function LeavePage({ network, address }: LeavePageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('newsletter.subscribers.leaving')}</PageHeading>
      <p>
        {t('newsletter.subscribers.toLeave', { network: chooseName(network.name, reader.language).text })}
      </p>
      <form method="post" action={address} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.leave')}
          </button>
        </p>
      </form>
    </>
  )
}
