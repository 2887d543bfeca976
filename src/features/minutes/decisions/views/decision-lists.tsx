import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { FindMarks } from '../../../registry/index.ts'
import { ActionList } from '../../actions/views/action-list.tsx'
import type { Decision } from '../queries.ts'

interface DecisionListsProps {
  reader: Reader
  network: string
  decisions: readonly Decision[]
  marks: FindMarks
  /** What those in charge may do with a decision. */
  controls?: ((decision: Decision) => ComponentChildren) | undefined
  level?: 2 | 3
}

/** What was decided, with what is to be done about it; apart from it, what was only proposed, wished or called a need. */
export function DecisionLists({ reader, decisions, level = 3, ...props }: DecisionListsProps) {
  const { t } = reader
  const decided = decisions.filter(({ state }) => state === 'decided')
  const others = decisions.filter(({ state }) => state !== 'decided')
  const Heading = `h${level}` as const
  return (
    <>
      {decided.length > 0 ? (
        <>
          <Heading class="minutes-part">{t('minutes.decision.decided')}</Heading>
          <Decisions reader={reader} decisions={decided} {...props} />
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <Heading class="minutes-part">{t('minutes.decision.proposed')}</Heading>
          <Decisions reader={reader} decisions={others} {...props} />
        </>
      ) : null}
    </>
  )
}

function Decisions({ reader, network, decisions, marks, controls }: Omit<DecisionListsProps, 'level'>) {
  return (
    <EntryList
      start={1}
      entries={decisions.map((decision) => ({
        key: decision.id,
        title: (
          <Statement reader={reader} evidence={marks(decision.id)}>
            <Passage reader={reader} text={decision.text} as="span" />
          </Statement>
        ),
        meta: <DecisionMeta reader={reader} decision={decision} />,
        body:
          decision.actions.length > 0 || controls ? (
            <>
              <ActionList reader={reader} network={network} actions={decision.actions} />
              {controls?.(decision)}
            </>
          ) : undefined,
      }))}
    />
  )
}

function DecisionMeta({ reader, decision }: { reader: Reader; decision: Decision }) {
  return (
    <>
      {reader.t(`minutes.decisionState.${decision.state}`)}
      {Object.keys(decision.saidBy).length > 0 ? (
        <>
          {' · '}
          <Passage reader={reader} text={decision.saidBy} as="span" tags={false} />
        </>
      ) : null}
      {decision.horizon ? (
        <>
          {' · '}
          <FuzzyDate reader={reader} {...dateWords(reader, decision.horizon, decision.horizonWords)} />
        </>
      ) : null}
    </>
  )
}
