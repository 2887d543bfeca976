import { useReader } from '../../../../ui/reader.tsx'
import { isOverdue } from '../../missions/overdue.ts'
import type { AgendaEvent } from '../summary.queries.ts'

/**
 * What a reader must know of an event at a glance: cancelled, moved, how firm the plan is, seats for others, commitments that it asks for,
 * its smaller form, an overdue debrief, who reads it.
 */
export function EventTags({ event }: { event: AgendaEvent }) {
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
  const words = [
    state === 'cancelled' ? t('agenda.state.cancelled') : null,
    state === 'planned' && isOver ? t('agenda.state.plannedAndOver') : null,
    state === 'planned' && !isOver ? t(`agenda.firmness.${firmness ?? 'planned'}`) : null,
    previously !== null && state !== 'cancelled' ? t('agenda.state.moved') : null,
    recurrence !== null ? t('agenda.recurrence.tag') : null,
    hasSeatsOpen ? t('agenda.mission.seatsOpen') : null,
    commitments?.isOpen ? t('agenda.commitments.open') : null,
    commitments?.outcome === 'reduced' && state === 'planned' ? t('agenda.commitments.reducedForm') : null,
    isOverdue(event, reader.today) ? t('agenda.mission.overdue') : null,
    publishedAt === null ? t('agenda.visibility.withdrawn') : null,
    publishedAt !== null && visibility !== 'public' ? t(`agenda.visibility.${visibility}`) : null,
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
