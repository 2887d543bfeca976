import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { countOf, type SendingReport } from '../../reports/report.ts'
import type { Sending } from '../../sending.ts'
import { sendingTitle } from '../../views/sending-title.ts'
import type { Step } from '../step.ts'

interface StepPageProps {
  network: string
  sending: Sending
  step: Step
  report: SendingReport
}

/** What has left and what has not, before somebody holds it back, lets it go on or ends it. */
export function StepPage({ network, sending, step, report }: StepPageProps) {
  const reader = useReader()
  const { t } = reader
  const back = paths.sending(reader, network, sending.id)
  return (
    <>
      <PageHeading
        kicker={<a href={back}>{sendingTitle(reader, sending)}</a>}
        lead={t(`newsletter.sending.stepLead.${step}`)}
      >
        {t(`newsletter.sending.step.${step}`)}
      </PageHeading>
      {sending.preparedAt === null ? (
        <p>{t('newsletter.sending.nothingLeft')}</p>
      ) : (
        <p>
          {t('newsletter.sending.leftSoFar', {
            sent: countOf(report, 'sent'),
            waiting: countOf(report, 'waiting'),
          })}
        </p>
      )}
      {sending.preparedAt !== null && (step === 'pause' || step === 'cancel') ? (
        <p>{t('newsletter.sending.inHand')}</p>
      ) : null}
      <form method="post" action={paths.step(reader, network, sending.id, step)} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t(`newsletter.sending.step.${step}`)}
          </button>{' '}
          <a href={back}>{t('newsletter.sending.back')}</a>
        </p>
      </form>
    </>
  )
}
