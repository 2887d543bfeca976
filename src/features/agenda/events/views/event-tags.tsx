import { useReader } from '../../../../ui/reader.tsx'
import { isOverdue } from '../../missions/overdue.ts'
import type { AgendaEvent } from '../summary.queries.ts'

/**
 * What a reader must know of an event at a glance: cancelled, moved, how firm the plan is, seats for others, commitments that it asks for,
 * its smaller form, an overdue debrief, who reads it. A list says only the most important of its states.
 */
export function EventTags({ event, isInList = false }: { event: AgendaEvent; isInList?: boolean }) {
  const reader = useReader()
  const { t } = reader
  const {
    state,
    firmness,
    endsOn,
    previously,
    visibility,
    publishedAt,
    hasSeatsOpen,
    commitments,
    recurrence,
  } = event
  const isOver = endsOn !== null && endsOn < reader.today
  const isHidden = publishedAt !== null && visibility !== 'public'
  const states = [
    state === 'cancelled' ? t('agenda.state.cancelled') : null,
    publishedAt === null ? t('agenda.visibility.withdrawn') : null,
    isHidden ? t(`agenda.visibility.${visibility}`) : null,
    state === 'planned' && isOver ? t('agenda.state.plannedAndOver') : null,
    previously !== null && state !== 'cancelled' ? t('agenda.state.moved') : null,
    state === 'planned' && !isOver ? t(`agenda.firmness.${firmness ?? 'planned'}`) : null,
  ].filter((each) => each !== null)
  const words = [
    ...(isInList ? states.slice(0, 1) : states),
    recurrence !== null ? t('agenda.recurrence.tag') : null,
    hasSeatsOpen ? t('agenda.mission.seatsOpen') : null,
    commitments?.isOpen ? t('agenda.commitments.open') : null,
    commitments?.outcome === 'reduced' && state === 'planned' ? t('agenda.commitments.reducedForm') : null,
    isOverdue(event, reader.today) ? t('agenda.mission.overdue') : null,
  ]
  return (
    <>
      {words.map((each) =>
        each === null ? null : (
          <span key={each} class="tag">
            {each}
          </span>
        ),
      )}
    </>
  )
}
