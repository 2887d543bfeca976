import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { DecisionForm } from './decision-form.tsx'
import type { ProposalPageProps } from './proposal-page.tsx'

/** The decision on a proposal: publish it as it stands, or refuse it and say why; let it through where it was held. */
export function Decision({ proposal, action, ...shown }: ProposalPageProps & { action: string }) {
  const { t } = useReader()
  return (
    <Section id="decision" title={t('agenda.proposals.decision')}>
      <DecisionForm
        shown={shown}
        action={action}
        decisions={[
          { value: 'accepted', label: t('agenda.proposals.accept') },
          { value: 'refused', label: t('agenda.proposals.refuse') },
          ...(proposal.heldFor === null ? [] : [{ value: 'released', label: t('agenda.proposals.release') }]),
        ]}
      />
    </Section>
  )
}
