import type { Reader } from '../../../../../platform/i18n/reader.ts'
import type { ExplainedChange } from '../../../../../platform/records/record-kind.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Proposal } from '../../proposal.ts'
import { ProposalOutline } from '../../views/proposal-outline.tsx'

interface ConfirmPageProps {
  reader: Reader
  proposal: Proposal
  outline: ExplainedChange[]
  action: string
}

/** What somebody is said to propose, and the one button by which they say that it is theirs. */
export function ConfirmPage({ reader, proposal, outline, action }: ConfirmPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('agenda.proposal.toConfirm', { body: proposal.body })}>
        {t('agenda.proposal.confirmTitle')}
      </PageHeading>
      <ProposalOutline reader={reader} outline={outline} />
      <form method="post" action={action} class="form">
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('agenda.proposal.confirm')}
          </button>
        </p>
      </form>
    </>
  )
}
