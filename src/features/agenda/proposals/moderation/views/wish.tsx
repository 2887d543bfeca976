import type { ExplainedChange } from '../../../../../platform/records/record-kind.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { ChangeList } from '../../../../contributions/index.ts'
import { DecisionForm } from './decision-form.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** What a proposer wishes changed in their published event, and the decision on it. */
export function Wish({
  wished,
  seen,
  action,
  ...shown
}: Omit<ProposalPageProps, 'wished'> & { wished: ExplainedChange[]; action: string }) {
  const { t } = useReader()
  return (
    <Section id="wish" title={t('agenda.proposals.wished')}>
      <ChangeList changes={wished} />
      <DecisionForm
        shown={shown}
        action={action}
        decisions={[
          { value: 'accepted', label: t('agenda.proposals.acceptWish') },
          { value: 'refused', label: t('agenda.proposals.refuseWish') },
        ]}
      >
        <input type="hidden" name="seen" value={seen} />
      </DecisionForm>
    </Section>
  )
}
