import { chooseName } from '../../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../../networks/index.ts'

interface MovePageProps {
  network: Network
  to: string
  action: string
}

/** The button by which somebody says that their new address is theirs. */
export function MovePage({ network, to, action }: MovePageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('newsletter.subscribers.confirmTitle')}</PageHeading>
      <p>
        {t('newsletter.subscribers.toMove', {
          network: chooseName(network.name, reader.language).text,
          address: to,
        })}
      </p>
      <form method="post" action={action} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.move')}
          </button>
        </p>
      </form>
    </>
  )
}
