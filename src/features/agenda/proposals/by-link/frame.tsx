import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { ErasureSection } from '../../../../ui/blocks/erasure-question.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ConfirmPage } from '../../../../ui/form/confirm-page.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { ChangeList, Dialogue } from '../../../contributions/index.ts'
import { renderEnded, renderSecretPage } from '../../../networks/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { assessProposed } from '../assessed-date.ts'
import { changesBetween, moderatorsChanges, outlineOf } from '../explained-proposal.ts'
import { paths } from '../paths.ts'
import { isOver, type Proposal, stateOf } from '../proposal.ts'
import { Amendments, type OutlineProps, ProposalOutline } from '../proposal-outline.tsx'
import { listProposalMessages, listProposalVersions, type ProposalMessage } from '../queries.ts'
import { type FollowedRequest, isOpen, proposedState } from './request.ts'

/** Renders the state of a proposal for its proposer, with the message that came back; or why its link has ended. */
export async function renderFollowed(
  visit: FollowedRequest,
  message: FormState = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { request, writing, reader, network, proposal, link, address, event } = visit
  const render = (title: string, children: ComponentChildren) =>
    renderSecretPage(visit, {
      title,
      description: reader.t('agenda.proposal.lead'),
      children,
    })
  const end = (why: Ending, children?: ComponentChildren) =>
    renderEnded(visit, {
      ...endedWords(reader, why),
      status: 410,
      next:
        why === 'used'
          ? { href: paths.renewal(reader, network.slug), label: reader.t('agenda.proposal.lost') }
          : { href: paths.propose(reader, network.slug), label: reader.t('agenda.proposal.propose') },
      children,
    })
  if (link.purpose === 'confirm' && !link.isOpen) return end(proposal.isConfirmed ? 'used' : 'lapsed')
  const outlined = {
    outline: await outlineOf(visit, proposedState(visit)),
    countries: network.countries,
    assessment: await assessProposed(visit, proposedState(visit)),
  }
  if (link.purpose === 'confirm')
    return render(
      reader.t('agenda.proposal.confirmTitle'),
      <ConfirmProposal {...outlined} proposal={proposal} action={`${address}/confirmation`} />,
    )
  if (isOver(proposedState(visit), writing.today)) return end('over', <ErasureForm address={address} />)
  const versions = await listProposalVersions(writing, proposal.id)
  const last = versions.at(-1)?.document ?? proposal.document
  return render(
    reader.t('agenda.proposal.yours'),
    <FollowedPage
      {...outlined}
      network={network.slug}
      proposal={proposal}
      isCancelled={event?.state === 'cancelled'}
      isPublished={event !== null}
      mayChange={isOpen(visit)}
      credit={chooseText(proposedState(visit).credit, reader.language)?.text ?? proposal.body}
      amendments={await moderatorsChanges(visit, versions)}
      since={event === null ? [] : await changesBetween(visit, last, event)}
      wished={proposal.wish ? await changesBetween(visit, proposal.wish.base, proposal.wish.document) : []}
      messages={await listProposalMessages(writing, proposal.id)}
      address={address}
      done={parameterOf(request.query, 'done') ?? ''}
      message={message}
    />,
  )
}

/** The link was used, came too late, or its event is over; or all data of the proposal were erased. */
type Ending = 'used' | 'lapsed' | 'over' | 'erased'

/** The words for a proposer whose link has ended. */
export function endedWords({ t }: Reader, why: Ending) {
  return {
    title: t('agenda.proposal.yours'),
    heading: t('agenda.proposal.yours'),
    description: t('agenda.proposal.lead'),
    text: t(why === 'erased' ? 'agenda.proposal.erased' : `agenda.proposal.ended.${why}`),
  }
}

interface ConfirmProposalProps extends OutlineProps {
  proposal: Proposal
  action: string
}

// The proposal under the address of this person, and the one button by which they confirm that it is theirs.
function ConfirmProposal({ proposal, action, ...outlined }: ConfirmProposalProps) {
  const { t } = useReader()
  return (
    <ConfirmPage
      title={t('agenda.proposal.confirmTitle')}
      lead={t('agenda.proposal.toConfirm', { body: proposal.body })}
      action={action}
      label={t('agenda.proposal.confirm')}
    >
      <ProposalOutline {...outlined} />
    </ConfirmPage>
  )
}

interface FollowedPageProps extends OutlineProps {
  network: string
  proposal: Proposal
  isCancelled: boolean
  /** Whether everybody reads the event now. */
  isPublished: boolean
  mayChange: boolean
  /** As everybody reads it. */
  credit: string
  amendments: Parameters<typeof Amendments>[0]['amendments']
  /** What changed in the published event since. */
  since: ExplainedChange[]
  wished: ExplainedChange[]
  messages: ProposalMessage[]
  /** Of the page, which speaks for the proposer. */
  address: string
  done: string
  /** The message that came back. */
  message: FormState
}

// The state of a proposal, for its proposer: every change by the group, the messages, and what they may still do.
function FollowedPage(props: FollowedPageProps) {
  const reader = useReader()
  const { amendments, since, wished, messages, address } = props
  const { t } = reader
  const { isPublished, mayChange } = props
  return (
    <>
      <PageHeading
        actions={
          mayChange ? (
            <a class="button" href={`${address}/change`}>
              {t('agenda.proposal.change')}
            </a>
          ) : undefined
        }
      >
        {t('agenda.proposal.yours')}
      </PageHeading>
      <FollowedState {...props} />
      {wished.length > 0 ? (
        <Section id="wished" title={t('agenda.proposal.wished')}>
          <ChangeList changes={wished} />
        </Section>
      ) : null}
      {amendments.length > 0 ? (
        <Section id="amendments" title={t('agenda.proposal.amendments')}>
          <Amendments amendments={amendments} />
        </Section>
      ) : null}
      {since.length > 0 ? (
        <Section id="since" title={t('agenda.proposal.since')}>
          <ChangeList changes={since} />
        </Section>
      ) : null}
      <Section
        id="outline"
        title={t(isPublished ? 'agenda.proposal.published' : 'agenda.proposal.asItStands')}
      >
        <ProposalOutline {...props} />
      </Section>
      <Dialogue
        messages={messages}
        action={mayChange ? `${address}/messages` : null}
        speaker={({ author, isOfAuthor }) =>
          isOfAuthor ? t('agenda.proposal.you') : (author ?? t('agenda.proposal.group'))
        }
        form={props.message}
      />
      <Section id="link" title={t('agenda.proposal.link')}>
        <p>{t('agenda.proposal.linkWorks')}</p>
        <form method="post" action={`${address}/renewal`}>
          <button type="submit" class="button">
            {t('agenda.proposal.replace')}
          </button>
        </form>
      </Section>
      <ErasureForm address={address} />
      {mayChange ? (
        <Section id="withdrawal" title={t('agenda.proposal.withdrawal')}>
          <p>{t(isPublished ? 'agenda.proposal.withdrawPublished' : 'agenda.proposal.withdrawOpen')}</p>
          <form method="post" action={`${address}/withdrawal`}>
            <button type="submit" class="button">
              {t('agenda.proposal.withdraw')}
            </button>
          </form>
        </Section>
      ) : null}
    </>
  )
}

const done = ['confirmed', 'changed', 'renewed'] as const

// In a notice: the action just done, and the state of the proposal.
function FollowedState({ network, proposal, isCancelled, ...props }: FollowedPageProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(proposal)
  const justDone = done.find((each) => each === props.done)
  return (
    <>
      {justDone ? (
        <Notice kind="done" live>
          {t(`agenda.proposal.done.${justDone}`)}
        </Notice>
      ) : null}
      <Notice kind={state === 'accepted' ? 'done' : 'information'}>
        {/* Shown as waiting: a possible spammer must not learn that it is held as spam. */}
        <p>{t(`agenda.proposal.state.${state === 'held' ? 'waiting' : state}`)}</p>
        {proposal.decisionReason ? <p class="as-written">{proposal.decisionReason}</p> : null}
        {proposal.event && props.isPublished ? (
          <p>
            <a href={eventPaths.event(reader, network, proposal.event.slug)}>
              {t('agenda.proposal.seePublished')}
            </a>
            {' · '}
            {t('agenda.proposal.creditedAs', { credit: props.credit })}
          </p>
        ) : null}
        {proposal.decision === 'accepted' && !props.isPublished ? <p>{t('agenda.proposal.hidden')}</p> : null}
        {isCancelled ? <p>{t('agenda.event.cancelled')}</p> : null}
      </Notice>
    </>
  )
}

// What is kept about a proposer, how long, and how to have it erased before.
function ErasureForm({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <ErasureSection title={t('agenda.proposal.data')} label={t('agenda.proposal.erase')} address={address}>
      <p>{t('agenda.proposal.dataKept')}</p>
    </ErasureSection>
  )
}
