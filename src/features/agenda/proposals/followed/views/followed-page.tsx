import type { ExplainedChange } from '../../../../../platform/records/record-kind.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { ChangeList, Dialogue } from '../../../../contributions/index.ts'
import type { Proposal } from '../../proposal.ts'
import type { ProposalMessage } from '../../queries.ts'
import { Amendments } from '../../views/amendments.tsx'
import { type OutlineProps, ProposalOutline } from '../../views/proposal-outline.tsx'
import { ErasureForm } from './erasure-form.tsx'
import { FollowedState } from './followed-state.tsx'

export interface FollowedPageProps extends OutlineProps {
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
  shown: Shown
}

/** What became of a proposal, for whoever made it: every change by the group, what was said, and what they may still do. */
export function FollowedPage(props: FollowedPageProps) {
  const reader = useReader()
  const { amendments, since, wished, messages, address, shown } = props
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
        values={shown.values}
        errors={shown.errors}
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
