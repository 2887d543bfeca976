import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { addressFor, type Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { nextOf, type Step, StepList, type StepState } from '../../../../ui/blocks/step-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../../paths.ts'
import type { SaidState } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import type { MeetingStep } from '../queries.ts'
import { meetingWay, missingFacts, type WayFigures, type WayStep, wayPhases, wayStates } from '../steps.ts'

interface MeetingStepsProps {
  network: string
  meeting: Meeting
  /** ISO day of the network. */
  day: string
  figures: WayFigures
  said: readonly { step: MeetingStep; at: Date; name: string | null }[]
}

/** The way of a meeting for coordinators: its steps by phase, one of which is next, and what else may be said of the meeting. */
export function MeetingSteps(props: MeetingStepsProps) {
  const reader = useReader()
  const { t } = reader
  const { meeting, figures, day } = props
  const states = wayStates(meeting, figures, day)
  const phases = wayPhases.map((phase) => ({
    phase,
    steps: meetingWay[phase].map((key) => stepOf(reader, props, key, states[key])),
  }))
  const next = meeting.cancelledAt ? null : nextOf(phases.flatMap(({ steps }) => steps))
  return (
    <Section id="work" title={t('minutes.work.title')}>
      {meeting.cancelledAt
        ? null
        : phases.map(({ phase, steps }) => {
            const list = (
              <StepList steps={steps} next={next?.key} button={<NextButton {...props} step={next} />} />
            )
            // What was sent and who replied stays in sight until the day.
            const waits =
              steps.some(({ state }) => state === 'open' || state === 'later') ||
              (phase === 'before' && meeting.heldOn > day)
            return waits ? (
              <div key={phase}>
                <h3 class="way-part">{t(`minutes.way.${phase}`)}</h3>
                {list}
              </div>
            ) : (
              <details key={phase} class="more">
                <summary>{t('minutes.way.over', { phase: t(`minutes.way.${phase}`) })}</summary>
                {list}
              </details>
            )
          })}
      <Otherwise {...props} />
    </Section>
  )
}

type MeetingWayStep = Step & { key: WayStep }

/** What is announced belongs on the agenda too: the way there, while it is not. */
function toAgenda(reader: Reader, { network, meeting, figures, day }: MeetingStepsProps) {
  if (figures.events > 0 || meeting.heldOn < day || meeting.announcedAt === null) return undefined
  const title = chooseText(meeting.title, reader.language)?.text
  const href = addressFor(reader, `/${network}/agenda/new`, { kind: 'meeting', when: meeting.heldOn, title })
  return <a href={href}>{reader.t('minutes.way.toAgenda')}</a>
}

function stepOf(reader: Reader, props: MeetingStepsProps, key: WayStep, state: StepState): MeetingWayStep {
  const title = reader.t(
    key === 'announced' || key === 'held' || key === 'final' || key === 'actions'
      ? `minutes.way.${key}`
      : `minutes.work.${key}`,
  )
  const figures = state === 'later' ? whenPossible(reader, props, key) : figuresOf(reader, props, key)
  if (key === 'announced')
    return {
      key,
      title,
      state,
      figures: toAgenda(reader, props),
      action: <SayForm {...props} state={key} isNext={false} />,
    }
  if (key === 'held')
    return { key, title, state, figures, action: <SayForm {...props} state={key} isNext={false} /> }
  return { key, title, state, figures, href: addressOf(reader, props, key) }
}

function addressOf(reader: Reader, { network, meeting, figures }: MeetingStepsProps, key: WayStep): string {
  if (key === 'actions') return `${paths.list(reader, network)}#pending`
  if (key !== 'final') return paths.step(reader, network, meeting.slug, key)
  return figures.openAmendments > 0
    ? paths.step(reader, network, meeting.slug, 'amendments')
    : `${paths.step(reader, network, meeting.slug, 'text')}#closing`
}

/** When a step will be possible: from the day of the meeting, or once its minutes are written. */
function whenPossible(reader: Reader, { meeting }: MeetingStepsProps, key: WayStep): string {
  return key === 'held' || key === 'attendance' || key === 'text'
    ? reader.t('minutes.way.fromDay', { day: dayWords(reader, meeting.heldOn) })
    : reader.t('minutes.way.onceWritten')
}

function figuresOf(reader: Reader, { meeting, figures }: MeetingStepsProps, key: WayStep): string {
  const { t } = reader
  const { finalNumber, amendableUntil } = meeting
  switch (key) {
    case 'announced':
    case 'held':
      return ''
    case 'edit':
      return missingFacts(meeting)
        .map((missing) => t(`minutes.way.missing.${missing}`))
        .join(' · ')
    case 'convocation': {
      const { invited: sent, replied } = figures
      return sent > 0 ? t('minutes.way.convened', { sent, replied }) : ''
    }
    case 'final': {
      if (finalNumber !== null) return t('minutes.final.number', { number: finalNumber })
      const until = amendableUntil && t('minutes.way.amendable', { day: dayWords(reader, amendableUntil) })
      const open = t('minutes.final.openAmendments', { count: figures.openAmendments })
      return until || figures.openAmendments > 0 ? [until, open].filter(Boolean).join(' · ') : ''
    }
    default: {
      const count = figures[key]
      if (key === 'text' && count === 0 && meeting.isPublished) return t('minutes.way.bySource')
      return count > 0 ? t(`minutes.way.figures.${key}`, { count }) : ''
    }
  }
}

const verbs: Partial<Record<WayStep, PlainMessageKey>> = {
  edit: 'minutes.way.next.edit',
  agenda: 'minutes.way.next.agenda',
  convocation: 'minutes.way.next.convocation',
  notes: 'minutes.way.next.notes',
  attendance: 'minutes.way.next.attendance',
  text: 'minutes.way.next.text',
  final: 'minutes.way.next.final',
  actions: 'minutes.way.next.actions',
}

/** The primary button of the page: it leads to the next step, or says that the meeting took place. */
function NextButton({ step, ...props }: MeetingStepsProps & { step: MeetingWayStep | null }) {
  const reader = useReader()
  const { t } = reader
  const { figures } = props
  if (step === null) return null
  if (step.key === 'held') return <SayForm {...props} state={step.key} isNext />
  const verb = verbs[step.key]
  return (
    <a class="button primary" href={step.href}>
      {step.key === 'final' && figures.openAmendments > 0
        ? t('minutes.way.next.amendments')
        : verb && t(verb)}
    </a>
  )
}

interface SayFormProps extends MeetingStepsProps {
  state: SaidState
  isNext: boolean
}

function SayForm({ network, meeting, state, isNext }: SayFormProps) {
  const reader = useReader()
  return (
    <form method="post" action={paths.step(reader, network, meeting.slug, 'states')}>
      <button class={isNext ? 'button primary' : 'button'} type="submit" name="is" value={state}>
        {reader.t(`minutes.say.${state}`)}
      </button>
    </form>
  )
}

/** What is no step: taking back what was said, cancelling, the amendments that were answered, and who said what. */
function Otherwise({ network, meeting, figures, said }: MeetingStepsProps) {
  const reader = useReader()
  const { t } = reader
  const { announcedAt, heldAt, cancelledAt } = meeting
  // A meeting that took place is public and cannot be cancelled.
  const isSaid: SaidState[] = heldAt
    ? ['held']
    : cancelledAt
      ? ['cancelled']
      : announcedAt
        ? ['announced']
        : []
  const mayCancel = heldAt === null && cancelledAt === null
  return (
    <details class="more" open={cancelledAt !== null}>
      <summary>{t('minutes.way.otherwise')}</summary>
      <form class="minutes-states" method="post" action={paths.step(reader, network, meeting.slug, 'states')}>
        {isSaid.map((state) => (
          <button key={state} class="button" type="submit" name="not" value={state}>
            {t(`minutes.say.not.${state}`)}
          </button>
        ))}
        {mayCancel ? (
          <button class="button" type="submit" name="is" value="cancelled">
            {t('minutes.say.cancelled')}
          </button>
        ) : null}
        {figures.text > 0 ? (
          <a class="button" href={paths.step(reader, network, meeting.slug, 'amendments')}>
            {t('minutes.work.amendments')}
          </a>
        ) : null}
      </form>
      {said.length > 0 ? (
        <FactList
          facts={said.map(({ step, at, name }) => ({
            term: t(`minutes.step.${step}`),
            detail: (
              <>
                <Moment at={at} />
                {name ? ` · ${name}` : null}
              </>
            ),
          }))}
        />
      ) : null}
    </details>
  )
}

interface OwnWorkProps {
  network: string
  meeting: Meeting
  mayTakeNotes: boolean
  mayAmend: boolean
}

/** What people who do not look after a meeting may do for it: take notes with the pen, and propose amendments while these are open. */
export function OwnWork({ network, meeting, mayTakeNotes, mayAmend }: OwnWorkProps) {
  const reader = useReader()
  const pages = [
    ...(mayTakeNotes ? (['notes'] as const) : []),
    ...(mayAmend ? (['amendments'] as const) : []),
  ]
  if (pages.length === 0) return null
  return (
    <Section id="work" title={reader.t('minutes.work.title')}>
      <ul class="work-links">
        {pages.map((page) => (
          <li key={page}>
            <a href={paths.step(reader, network, meeting.slug, page)}>{reader.t(`minutes.work.${page}`)}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
