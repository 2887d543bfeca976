import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { AgendaEvent } from '../row/queries.ts'

/** What must be known of an event at a glance: cancelled, moved, how firm the plan is, who reads it. */
export function EventTags({ reader, event }: { reader: Reader; event: AgendaEvent }) {
  const { t } = reader
  const { state, firmness, endsOn, previously, visibility, publishedAt } = event
  const isOver = endsOn !== null && endsOn < reader.today
  const words = [
    state === 'cancelled' ? t('agenda.state.cancelled') : null,
    state === 'planned' && isOver ? t('agenda.state.plannedAndOver') : null,
    state === 'planned' && !isOver ? t(`agenda.firmness.${firmness ?? 'planned'}`) : null,
    previously !== null && state !== 'cancelled' ? t('agenda.state.moved') : null,
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
