import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Proposal } from '../../proposal.ts'
import { type OutlineProps, ProposalOutline } from '../../views/proposal-outline.tsx'

interface ConfirmPageProps extends OutlineProps {
  proposal: Proposal
  action: string
}

/** What somebody is said to propose, and the one button by which they say that it is theirs. */
export function ConfirmPage({ proposal, action, ...outlined }: ConfirmPageProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('agenda.proposal.toConfirm', { body: proposal.body })}>
        {t('agenda.proposal.confirmTitle')}
      </PageHeading>
      <ProposalOutline {...outlined} />
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
