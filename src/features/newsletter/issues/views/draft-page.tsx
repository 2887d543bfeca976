import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { writtenLanguages } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { type Gap, gapsIn } from '../gaps.ts'
import { freeKinds, type Issue, isOvertaken, markOfIssue, wordsOf } from '../issue.ts'
import { paths } from '../paths.ts'
import type { Hindrance } from '../states/readiness.ts'
import { DraftParts } from './draft-parts.tsx'

export interface DraftPageProps {
  network: Network
  issue: Issue
  needsSecond: boolean
  /** People who only compose leave approval and publication to coordinators. */
  mayApprove: boolean
  hindrances: readonly Hindrance[]
  /** The button came from an outdated page, or the contents were gathered again. */
  done: 'late' | 'gathered' | null
}

/** The draft: its contents, its gaps, and its next steps. */
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

interface GapsSectionProps {
  network: string
  issue: Issue
}

/** What readers in each language would get in another one, or unreviewed: shown before approval. */
function GapsSection({ network, issue }: GapsSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="languages" title={t('newsletter.issues.gaps.title')}>
      {writtenLanguages(reader).map((language) => {
        const gaps = gapsIn(issue, language)
        const name = capitalized(languageInWords(reader, language), reader.interfaceLanguage)
        if (gaps.length === 0)
          return (
            <p key={language}>
              <strong>{name}</strong> – {t('newsletter.issues.gaps.none')}
            </p>
          )
        return (
          <details key={language}>
            <summary>
              {name} – {t('newsletter.issues.gaps.count', { count: gaps.length })}
            </summary>
            <ul>
              {gaps.map((gap) => (
                <li key={`${gap.mended.join('/')} ${JSON.stringify(gap.text)}`}>
                  <GapLink network={network} gap={gap} />{' '}
                  <span class="tag">{t(`newsletter.issues.gaps.${gap.state}`)}</span>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </Section>
  )
}

function GapLink({ network, gap }: { network: string; gap: Gap }) {
  const reader = useReader()
  const chosen = chooseText(gap.text, reader.language)
  if (!chosen) return null
  const text = chosen.text.length > 90 ? `${chosen.text.slice(0, 89)}…` : chosen.text
  return (
    <a href={paths.draft(reader, network, ...gap.mended)} {...languageAttributes(reader, chosen.language)}>
      {text}
    </a>
  )
}

/** The next steps of a letter: approve, publish, reopen, put aside. */
function ApprovalSection({ network, issue, mayApprove, ...rest }: DraftPageProps) {
  const reader = useReader()
  const { needsSecond, hindrances } = rest
  const { t } = reader
  const action = paths.draft(reader, network.slug, 'state')
  const hidden = (
    <>
      <input type="hidden" name="issue" value={issue.id} />
      <input type="hidden" name="seen" value={markOfIssue(issue)} />
    </>
  )
  if (issue.state === 'approved' && !mayApprove)
    return (
      <Section id="approval" title={t('newsletter.issues.publication')}>
        <p>{t('newsletter.issues.publishedByOthers')}</p>
      </Section>
    )
  if (issue.state === 'approved')
    return (
      <Section id="approval" title={t('newsletter.issues.publication')}>
        <p>{t('newsletter.issues.publicationLead')}</p>
        <p>
          <a class="button primary" href={paths.draft(reader, network.slug, 'sending')}>
            {t('newsletter.sending.plan')}
          </a>
        </p>
        <form method="post" action={action} class="form">
          {hidden}
          <p class="form-end">
            <button type="submit" class="button" name="action" value="publish">
              {t('newsletter.issues.publish')}
            </button>{' '}
            <button type="submit" class="button" name="action" value="reopen">
              {t('newsletter.issues.reopen')}
            </button>
          </p>
        </form>
      </Section>
    )
  return (
    <>
      <Section id="approval" title={t('newsletter.issues.approval')}>
        <p>{t(needsSecond ? 'newsletter.issues.approvalBySecond' : 'newsletter.issues.approvalLead')}</p>
        {mayApprove ? null : <p>{t('newsletter.issues.approvedByOthers')}</p>}
        {hindrances.length > 0 ? (
          <ul>
            {hindrances.map((hindrance) => (
              <li key={hindrance}>{t(`newsletter.issues.hindrance.${hindrance}`)}</li>
            ))}
          </ul>
        ) : mayApprove ? (
          <form method="post" action={action} class="form">
            {hidden}
            <button type="submit" class="button primary" name="action" value="approve">
              {t('newsletter.issues.approve')}
            </button>
          </form>
        ) : null}
      </Section>
      <Section id="discard" title={t('newsletter.issues.discardTitle')}>
        <p>{t('newsletter.issues.discardLead')}</p>
        <form method="post" action={action} class="form">
          {hidden}
          <button type="submit" class="button" name="action" value="discard">
            {t('newsletter.issues.discard')}
          </button>
        </form>
      </Section>
    </>
  )
}
