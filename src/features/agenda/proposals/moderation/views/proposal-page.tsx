import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import type { ExplainedChange } from '../../../../../platform/records/record-kind.ts'
import { FactList } from '../../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { Dialogue } from '../../../../contributions/index.ts'
import { paths as eventPaths } from '../../../events/paths.ts'
import { paths } from '../../paths.ts'
import { type Proposal, stateOf } from '../../proposal.ts'
import type { ProposalMessage } from '../../queries.ts'
import { Amendments } from '../../views/amendments.tsx'
import { type OutlineProps, ProposalOutline } from '../../views/proposal-outline.tsx'
import { Decision } from './decision.tsx'
import { HandOver } from './hand-over.tsx'
import { Wish } from './wish.tsx'

export interface ProposalPageProps extends OutlineProps {
  network: string
  proposal: Proposal
  amendments: Parameters<typeof Amendments>[0]['amendments']
  /** What the proposer wishes changed in the published event; null where nothing is wished. */
  wished: ExplainedChange[] | null
  /** What tells that wish and that event. */
  seen: string
  messages: ProposalMessage[]
  /** To whom it may be handed. */
  others: { personId: string; name: string }[]
  values: FormValues
  errors: FieldError[]
}

export function proposalTitle(reader: Reader, { document, body }: Proposal): string {
  return chooseText(document.title, reader.language)?.text ?? body
}

/** A proposal for those who look after the agenda: what it is, what was changed and said, and what they decide. */
export function ProposalPage(props: ProposalPageProps) {
  const reader = useReader()
  const { network, proposal, amendments } = props
  const { t } = reader
  const address = paths.proposal(reader, network, proposal.id)
  const isOpen = proposal.decision === null
  return (
    <>
      <PageHeading
        kicker={<a href={paths.queue(reader, network)}>{t('agenda.proposals.title')}</a>}
        actions={
          isOpen ? (
            <a class="button" href={`${address}/amendment`}>
              {t('agenda.proposals.amend')}
            </a>
          ) : undefined
        }
      >
        {proposalTitle(reader, proposal)}
      </PageHeading>
      <State {...props} />
      <FactList
        facts={[
          { term: t('agenda.proposals.by'), detail: [proposal.body, proposal.senderName].filter(Boolean) },
          { term: t('agenda.proposals.on'), detail: <Moment at={proposal.createdAt} /> },
          { term: t('agenda.proposals.language'), detail: languageInWords(reader, proposal.language) },
          ...(proposal.assigned?.name
            ? [{ term: t('agenda.proposals.assigned'), detail: proposal.assigned.name }]
            : []),
        ]}
      />
      {props.wished === null ? null : <Wish {...props} wished={props.wished} action={`${address}/wish`} />}
      <Section id="outline" title={t('agenda.proposals.outline')}>
        <ProposalOutline {...props} />
      </Section>
      {amendments.length > 0 ? (
        <Section id="amendments" title={t('agenda.proposals.amendments')}>
          <Amendments amendments={amendments} />
        </Section>
      ) : null}
      {isOpen ? <Decision {...props} action={`${address}/decision`} /> : null}
      <Dialogue
        messages={props.messages}
        action={proposal.decision === null || proposal.event ? `${address}/messages` : null}
        speaker={({ author, isOfAuthor }) =>
          isOfAuthor ? proposal.body : (author ?? t('agenda.proposal.group'))
        }
        values={props.values}
        errors={props.errors}
      />
      {isOpen || proposal.wish !== null ? <HandOver {...props} action={`${address}/assignment`} /> : null}
    </>
  )
}

function State({ network, proposal }: ProposalPageProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(proposal)
  const { heldFor, decidedAt, decidedByName, decisionReason, event } = proposal
  return (
    <Notice kind={state === 'held' ? 'warning' : state === 'accepted' ? 'done' : 'information'}>
      <p>
        {capitalized(t(`agenda.proposals.state.${state}`), reader.interfaceLanguage)}
        {state === 'held' && heldFor !== null ? ` – ${t(`ui.held.${heldFor}`)}` : null}
        {decidedByName && state !== 'wish' ? ` (${decidedByName})` : null}
        {decidedAt && state !== 'wish' ? (
          <>
            {', '}
            <Moment at={decidedAt} />
          </>
        ) : null}
      </p>
      {decisionReason ? <p class="as-written">{decisionReason}</p> : null}
      {event ? (
        <p>
          <a href={eventPaths.event(reader, network, event.slug)}>{t('agenda.proposal.seePublished')}</a>
        </p>
      ) : null}
    </Notice>
  )
}
