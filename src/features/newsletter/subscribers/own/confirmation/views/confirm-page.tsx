import { chooseName } from '../../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'
import type { Network } from '../../../../../networks/index.ts'
import type { Authority } from '../../../queries.ts'
import type { Choices, Consent } from '../../../subscription.ts'
import { ChoiceFacts } from '../../../views/choice-facts.tsx'

interface ConfirmPageProps {
  network: Network
  to: string
  choices: Choices & Consent
  authorities: readonly Authority[]
  action: string
}

/** What somebody is said to have asked for, to what they agree, and the one button by which they say so. */
export function ConfirmPage({ network, to, choices, authorities, action }: ConfirmPageProps) {
  const reader = useReader()
  const { t } = reader
  const name = chooseName(network.name, reader.language).text
  return (
    <>
      <PageHeading lead={t('newsletter.subscribers.toConfirm', { network: name })}>
        {t('newsletter.subscribers.confirmTitle')}
      </PageHeading>
      <ChoiceFacts address={to} choices={choices} authorities={authorities} />
      <form method="post" action={action} class="form">
        <p>{t('newsletter.subscribers.consent', { network: name })}</p>
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.confirm')}
          </button>
        </p>
      </form>
    </>
  )
}
