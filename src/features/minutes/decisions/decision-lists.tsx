import type { ComponentChildren } from 'preact'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../ui/text/fuzzy-date.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { FindMarks } from '../../registry/index.ts'
import { ActionList } from '../actions/action-list.tsx'
import { FollowUpLink } from '../actions/follow-up-link.tsx'
import { paths } from '../paths.ts'
import type { Decision } from './queries.ts'

interface DecisionListsProps {
  network: string
  decisions: readonly Decision[]
  marks: FindMarks
  /** What coordinators may do with a decision. */
  controls?: ((decision: Decision) => ComponentChildren) | undefined
  level?: 2 | 3
  /** So many of each kind are in sight. */
  most?: number | undefined
}

/** Decisions with their actions; proposals, wishes and needs are listed apart. */
export function DecisionLists({ decisions, level = 3, ...props }: DecisionListsProps) {
  const { t } = useReader()
  const decided = decisions.filter(({ state }) => state === 'decided')
  const others = decisions.filter(({ state }) => state !== 'decided')
  const Heading = `h${level}` as const
  return (
    <>
      {decided.length > 0 ? (
        <>
          <Heading class="minutes-part">{t('minutes.decision.decided')}</Heading>
          <Decisions decisions={decided} {...props} />
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <Heading class="minutes-part">{t('minutes.decision.proposed')}</Heading>
          <Decisions decisions={others} {...props} />
        </>
      ) : null}
    </>
  )
}

function Decisions({ network, decisions, marks, controls, most }: Omit<DecisionListsProps, 'level'>) {
  return (
    <EntryList
      start={1}
      most={most}
      entries={decisions.map((decision) => ({
        key: decision.id,
        title: (
          <Statement evidence={marks(decision.id)}>
            <Passage text={decision.text} as="span" />
          </Statement>
        ),
        meta: <DecisionMeta decision={decision} />,
        body:
          decision.actions.length > 0 || controls ? (
            <>
              <ActionList network={network} actions={decision.actions} />
              {controls?.(decision)}
            </>
          ) : undefined,
      }))}
    />
  )
}

function DecisionMeta({ decision }: { decision: Decision }) {
  const reader = useReader()
  return (
    <>
      {reader.t(`minutes.decisionState.${decision.state}`)}
      {Object.keys(decision.saidBy).length > 0 ? (
        <>
          {' · '}
          <Passage text={decision.saidBy} as="span" tags={false} />
        </>
      ) : null}
      {decision.horizon ? (
        <>
          {' · '}
          <FuzzyDate {...dateWords(reader, decision.horizon, decision.horizonWords)} />
        </>
      ) : null}
    </>
  )
}

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
