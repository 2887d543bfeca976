import type { Reader } from '../../../../platform/i18n/reader.ts'
import { nextOf, type Step, StepList } from '../../../../ui/blocks/step-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { Network } from '../../../networks/index.ts'
import { type Issue, markOfIssue, shownParts } from '../issue.ts'
import { paths } from '../paths.ts'
import type { Hindrance } from '../states/readiness.ts'

export interface LetterStepsProps {
  network: Pick<Network, 'slug'>
  issue: Issue
  /** People who only compose leave approval and publication to coordinators. */
  mayApprove: boolean
  hindrances: readonly Hindrance[]
  /** When the letter as it is now was last sent as a trial. */
  triedAt: Date | null
}

/** The way of a letter: it is filled, read over, approved and sent. One step is next, unless the letter waits for another person. */
export function LetterSteps(props: LetterStepsProps) {
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
      state: isApproved || triedAt ? 'done' : isFilled ? 'open' : 'later',
      figures: triedAt ? (
        <>
          {t('newsletter.issues.tried')} <Moment at={triedAt} />
        </>
      ) : isFilled ? null : (
        t('newsletter.issues.onceFilled')
      ),
    },
    {
      key: 'approval',
      title: t('newsletter.issues.approval'),
      state: isApproved ? 'done' : isFilled && waits === null ? 'open' : 'later',
      figures: isApproved ? null : isFilled ? waits : t('newsletter.issues.onceFilled'),
      action: <StateForm {...props} action="approve" />,
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
          <StateForm {...props} action="approve" isNext />
        </>
      )
    default:
      return (
        <>
          <p>{t('newsletter.issues.publicationLead')}</p>
          <div class="way-buttons">
            {link(t('newsletter.sending.plan'), true, 'sending')}
            <StateForm {...props} action="publish" />
            <StateForm {...props} action="reopen" />
          </div>
        </>
      )
  }
}

interface StateFormProps extends Pick<LetterStepsProps, 'network' | 'issue'> {
  action: 'approve' | 'publish' | 'reopen' | 'discard'
  isNext?: boolean
}

/** A button that moves a letter on, as its page shows it. */
export function StateForm({ network, issue, action, isNext = false }: StateFormProps) {
  const reader = useReader()
  return (
    <form method="post" action={paths.draft(reader, network.slug, 'state')}>
      <input type="hidden" name="issue" value={issue.id} />
      <input type="hidden" name="seen" value={markOfIssue(issue)} />
      <button type="submit" class={isNext ? 'button primary' : 'button'} name="action" value={action}>
        {reader.t(`newsletter.issues.${action}`)}
      </button>
    </form>
  )
}
