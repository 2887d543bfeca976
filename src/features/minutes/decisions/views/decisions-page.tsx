import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { FindMarks } from '../../../registry/index.ts'
import { FollowUpLink } from '../../actions/views/follow-up-link.tsx'
import { paths } from '../../paths.ts'
import type { Decision } from '../queries.ts'
import { DecisionLists } from './decision-lists.tsx'

interface DecisionsPageProps {
  network: string
  slug: string
  decisions: readonly Decision[]
  marks: FindMarks
}

/** The decisions of a meeting for coordinators: each decision and each action links to its form. */
export function DecisionsPage({ network, slug, decisions, marks }: DecisionsPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <p>
        <a class="button primary" href={paths.step(reader, network, slug, 'decisions', 'new')}>
          {t('minutes.decision.new')}
        </a>
      </p>
      {decisions.length === 0 ? (
        <EmptyState title={t('minutes.decision.emptyTitle')} why={t('minutes.decision.emptyWhy')} />
      ) : null}
      <DecisionLists
        level={2}
        network={network}
        decisions={decisions}
        marks={marks}
        controls={(decision) => (
          <>
            {decision.actions.map((action) => (
              <FollowUpLink key={action.id} network={network} action={action} />
            ))}
            <p>
              <a href={paths.decision(reader, network, decision.id)}>{t('minutes.decision.edit')}</a>
            </p>
          </>
        )}
      />
    </>
  )
}
