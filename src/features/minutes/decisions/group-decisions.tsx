import type { NetworkPart } from '../../../platform/http/network-part.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { listEvidence } from '../../registry/evidence/index.ts'
import { indexMarks } from '../../registry/index.ts'
import { DecisionLists } from './decision-lists.tsx'
import { listDecisions } from './queries.ts'

/** The decisions and proposals of a group, on its own page. */
export const decisionsOfGroup: NetworkPart = {
  place: 'group',
  render: async ({ context, reader, network }) => {
    const decisions = await listDecisions(context, network.id)
    if (decisions.length === 0) return null
    const evidence = await listEvidence(
      context,
      decisions.map(({ id }) => id),
    )
    return (
      <Section id="decisions" title={reader.t('minutes.decision.title')}>
        <DecisionLists
          network={network.slug}
          decisions={decisions}
          most={4}
          marks={indexMarks(reader, network.slug, evidence)}
        />
      </Section>
    )
  },
}
