import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../../paths.ts'
import type { SaidState } from '../commands.ts'
import { type Meeting, type MinutesPhase, minutesPhases } from '../meeting.ts'
import type { MeetingStep } from '../queries.ts'

interface WorkPanelProps {
  network: string
  meeting: Meeting
  phase: MinutesPhase
  /** ISO day of the network. */
  day: string
  steps: readonly { step: MeetingStep; at: Date; name: string | null }[]
  mayKeep: boolean
  mayTakeNotes: boolean
  mayAmend: boolean
}

const keeperSteps = [
  'edit',
  'agenda',
  'convocation',
  'attendance',
  'notes',
  'text',
  'decisions',
  'resources',
] as const

/** For people who work on a meeting: what they may do, the phase of its minutes, and who said what about it. */
export function WorkPanel(props: WorkPanelProps) {
  const reader = useReader()
  const { network, meeting, phase, mayKeep } = props
  const { t } = reader
  const steps = mayKeep ? keeperSteps : props.mayTakeNotes ? (['notes'] as const) : []
  const amends = phase === 'amendable' || mayKeep ? props.mayAmend || mayKeep : false
  if (steps.length === 0 && !amends) return null
  return (
    <Section id="work" title={t('minutes.work.title')}>
      <Phases phase={phase} />
      <ul class="work-links">
        {steps.map((step) => (
          <li key={step}>
            <a href={paths.step(reader, network, meeting.slug, step)}>{t(`minutes.work.${step}`)}</a>
          </li>
        ))}
        {amends ? (
          <li>
            <a href={paths.step(reader, network, meeting.slug, 'amendments')}>
              {t('minutes.work.amendments')}
            </a>
          </li>
        ) : null}
      </ul>
      {mayKeep ? <States {...props} /> : null}
      {mayKeep && props.steps.length > 0 ? (
        <FactList
          facts={props.steps.map(({ step, at, name }) => ({
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
    </Section>
  )
}

/** The four phases of minutes, with the present one marked. */
function Phases({ phase }: { phase: MinutesPhase }) {
  const reader = useReader()
  return (
    <ol class="phases">
      {minutesPhases
        .filter((each) => each !== 'none')
        .map((each) => (
          <li key={each} aria-current={each === phase ? 'step' : undefined}>
            {reader.t(`minutes.phase.${each}`)}
          </li>
        ))}
    </ol>
  )
}

function States({ network, meeting, day }: WorkPanelProps) {
  const reader = useReader()
  return (
    <form class="minutes-states" method="post" action={paths.step(reader, network, meeting.slug, 'states')}>
      {sayable(meeting, day).map(([state, isSaid]) => (
        <button key={state} class="button" type="submit" name={isSaid ? 'not' : 'is'} value={state}>
          {reader.t(isSaid ? `minutes.say.not.${state}` : `minutes.say.${state}`)}
        </button>
      ))}
    </form>
  )
}

// The states that may be set or taken back now. A meeting that took place is public and cannot be cancelled; none takes place before its
// day.
function sayable(
  { announcedAt, heldAt, cancelledAt, heldOn }: Meeting,
  day: string,
): [state: SaidState, isSaid: boolean][] {
  if (heldAt) return [['held', true]]
  if (cancelledAt) return [['cancelled', true]]
  const states: [state: SaidState, isSaid: boolean][] = [
    ['announced', announcedAt !== null],
    ['held', false],
    ['cancelled', false],
  ]
  return states.filter(([state]) => state !== 'held' || heldOn <= day)
}
