import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import type { AskedConsent } from '../queries.ts'

/** What was answered, or that the link has lapsed. */
export function AnsweredPage({ consent }: { consent: AskedConsent }) {
  const { t } = useReader()
  return (
    <>
      <PageHeading>
        {t(consent.decision === null ? 'contacts.consent.lapsedTitle' : 'contacts.consent.answered')}
      </PageHeading>
      <Notice kind={consent.decision === null ? 'information' : 'done'} live>
        <p>
          {consent.decision === null
            ? t('contacts.consent.lapsed')
            : t(`contacts.consent.${consent.decision}`)}
        </p>
      </Notice>
      {consent.decision === null ? null : <p>{t('contacts.consent.withdrawal')}</p>}
    </>
  )
}
