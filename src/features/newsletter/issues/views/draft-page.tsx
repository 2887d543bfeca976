import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import type { Issue } from '../issue.ts'
import { freeKinds } from '../part.ts'
import { paths } from '../paths.ts'
import type { Hindrance } from '../states/readiness.ts'
import { ApprovalSection } from './approval-section.tsx'
import { DraftParts } from './draft-parts.tsx'
import { GapsSection } from './gaps-section.tsx'
import { GatheringNews } from './gathering-news.tsx'

export interface DraftPageProps {
  network: Network
  issue: Issue
  needsSecond: boolean
  /** Who composes leaves approving and publishing to those who look after the letters. */
  mayApprove: boolean
  hindrances: readonly Hindrance[]
  /** Somebody pressed a button on a page that was out of date, or gathered the contents anew. */
  done: 'late' | 'gathered' | null
}

/** The letter in the making: what it holds, what it lacks, and how it goes on. */
export function DraftPage(props: DraftPageProps) {
  const reader = useReader()
  const { network, issue } = props
  const { t } = reader
  const isDraft = issue.state === 'draft'
  const draft = (...steps: string[]) => paths.draft(reader, network.slug, ...steps)
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('newsletter.issues.title')}</a>}
        lead={t(isDraft ? 'newsletter.issues.draft.lead' : 'newsletter.issues.draft.approvedLead')}
        actions={
          <>
            <a href={draft('preview')}>{t('newsletter.issues.preview.title')}</a>
            {props.mayApprove ? <a href={draft('trial')}>{t('newsletter.sending.trial')}</a> : null}
            <a href="#languages">{t('newsletter.issues.gaps.title')}</a>
            <a href="#approval">
              {t(isDraft ? 'newsletter.issues.approval' : 'newsletter.issues.publication')}
            </a>
          </>
        }
      >
        {t('newsletter.issues.draft.title')}
      </PageHeading>
      {props.done === 'late' ? (
        <Notice kind="warning" live>
          {t('newsletter.issues.outOfDate')}
        </Notice>
      ) : null}
      <Section id="words" title={t('newsletter.issues.words')}>
        <Passage text={issue.title} class="letter-title" />
        <Passage text={issue.introduction} class="letter-text" />
        {isDraft ? (
          <p>
            <a href={draft('words')}>{t('newsletter.issues.wordWords')}</a>
          </p>
        ) : null}
      </Section>
      <Section id="parts" title={t('newsletter.issues.parts')}>
        <p>
          {t('newsletter.issues.gatheredAt')} <Moment at={issue.gatheredAt} />
        </p>
        <GatheringNews issue={issue} isFresh={props.done === 'gathered'} />
        {isDraft ? (
          <form method="post" action={draft('gathering')} class="form">
            <button type="submit" class="button">
              {t('newsletter.issues.gatherAnew')}
            </button>
          </form>
        ) : null}
        <DraftParts network={network} parts={issue.parts} isDraft={isDraft} />
        {isDraft ? (
          <ul class="letter-additions">
            {freeKinds.map((kind) => (
              <li key={kind}>
                <a class="button" href={draft('new', kind)}>
                  {t(`newsletter.issues.add.${kind}`)}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
      <GapsSection network={network.slug} issue={issue} />
      <ApprovalSection {...props} />
    </>
  )
}
