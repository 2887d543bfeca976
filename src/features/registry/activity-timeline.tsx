import type { Reader } from '../../platform/i18n/reader.ts'
import { EvidenceMark } from '../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../ui/reader.tsx'
import { dateWords, rangeOf } from '../../ui/text/date-words.ts'
import { Passage } from '../../ui/text/passage.tsx'
import { Timeline } from '../../ui/timeline/timeline.tsx'
import type { TimelineEntry } from '../../ui/timeline/timeline-years.ts'
import { type AgendaEvent, eventPaths } from '../agenda/events/index.ts'
import type { Agreement } from './agreements/queries.ts'
import { isAct } from './codes.ts'
import type { FindMarks } from './evidence-marks.ts'

interface ActivityTimelineProps {
  network: { id: string; slug: string }
  agreements: Agreement[]
  activities: AgendaEvent[]
  marks: FindMarks
}

/** Acts above the line, exchanges below; what is only planned is marked as such. */
export function ActivityTimeline({ network, agreements, activities, marks }: ActivityTimelineProps) {
  const reader = useReader()
  const entries = [
    ...agreements.flatMap((agreement) => actsOf(reader, agreement, marks)),
    ...activities.flatMap((activity) => exchangeOf(reader, network, activity, marks)),
  ]
  if (entries.length === 0) return <p class="quiet">{reader.t('registry.cooperation.timelineEmpty')}</p>
  return <Timeline label={reader.t('registry.cooperation.timeline')} entries={entries} />
}

/** Exchanges without a date in any source, with how firm they are. */
export function UndatedActivities({ network, activities, marks }: Omit<ActivityTimelineProps, 'agreements'>) {
  const reader = useReader()
  const undated = activities.filter((activity) => activity.happens === null)
  if (undated.length === 0) return null
  return (
    <>
      <h3>{reader.t('registry.cooperation.undated')}</h3>
      <ul>
        {undated.map((activity) => (
          <li key={activity.id}>
            <a href={addressOf(reader, network, activity)}>
              <Passage text={activity.title} as="span" tags={false} />
            </a>
            {activity.firmness ? (
              <span class="tag">{reader.t(`agenda.firmness.${activity.firmness}`)}</span>
            ) : null}
            <Marks id={activity.id} marks={marks} />
          </li>
        ))}
      </ul>
    </>
  )
}

function actsOf(reader: Reader, agreement: Agreement, marks: FindMarks): TimelineEntry[] {
  return agreement.steps.flatMap((step, index) => {
    if (!step.happened || !isAct(step.state)) return []
    return [
      {
        key: `${agreement.id}-${index}`,
        lane: 'agreement' as const,
        ...rangeOf(step.happened, reader.today),
        date: dateWords(reader, step.happened),
        title: (
          <>
            <Passage text={agreement.title} as="span" tags={false} /> (
            {reader.t(`registry.agreementState.${step.state}`)})
          </>
        ),
        evidence: <Marks id={agreement.id} marks={marks} />,
      },
    ]
  })
}

function exchangeOf(
  reader: Reader,
  network: { id: string; slug: string },
  activity: AgendaEvent,
  marks: FindMarks,
): TimelineEntry[] {
  if (!activity.happens) return []
  return [
    {
      key: activity.id,
      lane: 'activity',
      ...rangeOf(activity.happens, activity.knownOn),
      date: dateWords(reader, activity.happens, activity.words),
      title: <Passage text={activity.title} as="span" tags={false} />,
      href: addressOf(reader, network, activity),
      planned: activity.state === 'planned',
      cancelled: activity.state === 'cancelled',
      evidence: <Marks id={activity.id} marks={marks} />,
    },
  ]
}

function Marks({ id, marks }: { id: string; marks: FindMarks }) {
  return (
    <>
      {marks(id).map((mark) => (
        <EvidenceMark key={mark.href} {...mark} />
      ))}
    </>
  )
}

// An organisation’s activity in another group has no page in this one.
function addressOf(
  reader: Reader,
  network: { id: string; slug: string },
  { networkId, slug }: AgendaEvent,
): string | undefined {
  return networkId === network.id ? eventPaths.event(reader, network.slug, slug) : undefined
}
