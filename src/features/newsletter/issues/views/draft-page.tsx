import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { freeKinds, type Issue, isOvertaken, wordsOf } from '../issue.ts'
import { paths } from '../paths.ts'
import { DraftParts } from './draft-parts.tsx'
import { LetterReach, type LetterReaders } from './letter-reach.tsx'
import { LetterSteps, type LetterStepsProps, StateForm } from './letter-steps.tsx'

interface DraftPageProps extends LetterStepsProps {
  network: Network
  /** Who would get the letter; null for people who do not look after its readers. */
  readers: LetterReaders | null
  /** The button came from an outdated page, or the contents were gathered again. */
  done: 'late' | 'gathered' | null
}

/** The draft: its readers, its steps, and its contents. */
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
      >
        {t('newsletter.issues.draft.title')}
      </PageHeading>
      {props.done === 'late' ? (
        <Notice kind="warning" live>
          {t('newsletter.issues.outOfDate')}
        </Notice>
      ) : null}
      <LetterReach network={network.slug} issue={issue} readers={props.readers} />
      <LetterSteps {...props} />
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
      {isDraft ? (
        <Section id="discard" title={t('newsletter.issues.discardTitle')}>
          <p>{t('newsletter.issues.discardLead')}</p>
          <StateForm {...props} action="discard" />
        </Section>
      ) : null}
    </>
  )
}

interface GatheringNewsProps {
  issue: Issue
  /** The contents were just gathered again; the page also says if nothing changed. */
  isFresh: boolean
}

/** What the last gathering added and removed, and which records changed after an editor worded them. */
function GatheringNews({ issue, isFresh }: GatheringNewsProps) {
  const reader = useReader()
  const items = issue.parts.flatMap((part) => (part.kind === 'items' ? part.items : []))
  const changed = items.filter(isOvertaken).map((item) => wordsOf(item).title)
  const news = { ...issue.gathering, changed }
  const kinds = (['came', 'went', 'changed'] as const).filter((kind) => news[kind].length > 0)
  return (
    <>
      {isFresh && kinds.length === 0 ? (
        <Notice kind="done" live>
          {reader.t('newsletter.issues.gathering.nothing')}
        </Notice>
      ) : null}
      {kinds.map((kind) => (
        <details key={kind}>
          <summary>{reader.t(`newsletter.issues.gathering.${kind}`, { count: news[kind].length })}</summary>
          <ul>
            {news[kind].map((title, index) => (
              <li key={`${kind} ${index}`}>
                <Passage text={title} as="span" />
              </li>
            ))}
          </ul>
        </details>
      ))}
      {issue.gathering.kept > 0 ? <p>{reader.t('newsletter.issues.gathering.wordsKept')}</p> : null}
    </>
  )
}
