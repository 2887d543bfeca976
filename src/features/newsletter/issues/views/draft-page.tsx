import { type Reader, writtenLanguages } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { nextOf, type Step, StepList } from '../../../../ui/blocks/step-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { gapsIn } from '../gaps.ts'
import { freeKinds, type Issue, isOvertaken, markOfIssue, shownParts, wordsOf } from '../issue.ts'
import { paths } from '../paths.ts'
import type { Hindrance } from '../states/readiness.ts'
import { DraftParts } from './draft-parts.tsx'
import { LetterReach, type LetterReaders } from './letter-reach.tsx'

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
          <StateForm {...props} action="discard" label={t('newsletter.issues.discard')} />
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

interface LetterStepsProps {
  network: Pick<Network, 'slug'>
  issue: Issue
  /** People who only compose leave approval and publication to coordinators. */
  mayApprove: boolean
  hindrances: readonly Hindrance[]
  /** When the letter as it is now was last sent as a trial. */
  triedAt: Date | null
}

/** The way of a letter: it is filled, read over, approved and sent. One step is next, unless the letter waits for another person. */
function LetterSteps(props: LetterStepsProps) {
  const reader = useReader()
  const steps = stepsOf(reader, props)
  const next = nextOf(steps)
  return (
    <Section id="steps" title={reader.t('newsletter.issues.steps')}>
      <StepList steps={steps} next={next?.key} button={next && <NextButtons {...props} step={next.key} />} />
    </Section>
  )
}

function stepsOf(reader: Reader, props: LetterStepsProps): Step[] {
  const { t } = reader
  const { network, issue, mayApprove, hindrances, triedAt } = props
  const isApproved = issue.state === 'approved'
  const lacks = hindrances.filter((hindrance) => hindrance !== 'second')
  const isFilled = isApproved || lacks.length === 0
  const shown = shownParts(issue.parts)
  const count = shown.reduce((all, part) => all + (part.kind === 'items' ? part.items.length : 1), 0)
  // Who may approve, and another person where the group asks for a second one.
  const waits = !mayApprove
    ? t('newsletter.issues.approvedByOthers')
    : hindrances.includes('second')
      ? t('newsletter.issues.hindrance.second')
      : null
  return [
    {
      key: 'contents',
      title: t('newsletter.issues.step.contents'),
      href: '#parts',
      state: isFilled ? 'done' : 'open',
      figures: isFilled
        ? t('newsletter.issues.items', { count })
        : lacks.map((hindrance) => t(`newsletter.issues.hindrance.${hindrance}`)).join(' '),
    },
    {
      key: 'reading',
      title: t('newsletter.issues.step.reading'),
      href: paths.draft(reader, network.slug, 'preview'),
      state: triedAt || isApproved ? 'done' : isFilled ? 'open' : 'later',
      figures: triedAt ? (
        <>
          {t('newsletter.issues.tried')} <Moment at={triedAt} />
        </>
      ) : isApproved ? (
        t('newsletter.issues.untried')
      ) : isFilled ? null : (
        t('newsletter.issues.onceFilled')
      ),
    },
    {
      key: 'approval',
      title: t('newsletter.issues.approval'),
      state: isApproved ? 'done' : isFilled && waits === null ? 'open' : 'later',
      figures: isApproved ? null : isFilled ? waits : t('newsletter.issues.onceFilled'),
      action: (
        <>
          <Missing issue={issue} />
          <StateForm {...props} action="approve" label={t('newsletter.issues.approve')} />
        </>
      ),
    },
    {
      key: 'sending',
      title: t('newsletter.issues.step.sending'),
      state: isApproved && mayApprove ? 'open' : 'later',
      figures: isApproved
        ? mayApprove
          ? null
          : t('newsletter.issues.publishedByOthers')
        : t('newsletter.issues.onceApproved'),
    },
  ]
}

/** The primary button of the page, and what else may be done at this step. */
function NextButtons({ step, ...props }: LetterStepsProps & { step: string }) {
  const reader = useReader()
  const { t } = reader
  const link = (words: string, isNext: boolean, ...steps: string[]) => (
    <a class={isNext ? 'button primary' : 'button'} href={paths.draft(reader, props.network.slug, ...steps)}>
      {words}
    </a>
  )
  switch (step) {
    case 'contents':
      return props.hindrances.includes('untitled')
        ? link(t('newsletter.issues.wordWords'), true, 'words')
        : link(t('newsletter.issues.add.text'), true, 'new', 'text')
    case 'reading':
      return (
        <p class="way-buttons">
          {link(t('newsletter.issues.readOver'), true, 'preview')}
          {props.mayApprove ? link(t('newsletter.sending.trial'), false, 'trial') : null}
        </p>
      )
    case 'approval':
      return (
        <>
          <p>{t('newsletter.issues.approvalLead')}</p>
          <Missing issue={props.issue} />
          <StateForm {...props} action="approve" label={t('newsletter.issues.approve')} isNext />
        </>
      )
    default:
      return (
        <>
          <p>{t('newsletter.issues.publicationLead')}</p>
          <div class="way-buttons">
            {link(t('newsletter.sending.plan'), true, 'sending')}
            <StateForm {...props} action="publish" label={t('newsletter.issues.publish')} />
            <StateForm {...props} action="reopen" label={t('newsletter.issues.reopen')} />
          </div>
        </>
      )
  }
}

/** In which languages of the group readers would get another one, said where the letter is approved. */
function Missing({ issue }: Pick<LetterStepsProps, 'issue'>) {
  const reader = useReader()
  const counts = writtenLanguages(reader).map(
    (language) => [language, gapsIn(issue, language).length] as const,
  )
  const missing = counts.filter(([, count]) => count > 0)
  if (missing.length === 0) return null
  const languages = missing.map(([language, count]) => `${languageInWords(reader, language)} (${count})`)
  return (
    <Notice kind="warning">
      {reader.t('newsletter.issues.approvedAsIs', { languages: languages.join(', ') })}
    </Notice>
  )
}

interface StateFormProps extends Pick<LetterStepsProps, 'network' | 'issue'> {
  action: 'approve' | 'publish' | 'reopen' | 'discard'
  label: string
  isNext?: boolean
}

/** A button that moves a letter on, as its page shows it. */
function StateForm({ network, issue, action, label, isNext = false }: StateFormProps) {
  const reader = useReader()
  return (
    <form method="post" action={paths.draft(reader, network.slug, 'state')}>
      <input type="hidden" name="issue" value={issue.id} />
      <input type="hidden" name="seen" value={markOfIssue(issue)} />
      <button type="submit" class={isNext ? 'button primary' : 'button'} name="action" value={action}>
        {label}
      </button>
    </form>
  )
}
