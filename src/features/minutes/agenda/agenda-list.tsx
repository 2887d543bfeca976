import type { Reader } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { Point } from './queries.ts'

/** The agenda in order, with rapporteurs and durations. */
export function AgendaList({ points }: { points: readonly Point[] }) {
  const reader = useReader()
  return (
    <ol class="entries agenda-points">
      {points.map((point) => {
        const words = pointWords(reader, point)
        return (
          <li key={point.id}>
            <Passage text={point.title} class="entry-title" tags={false} />
            {words ? <p class="entry-meta">{words}</p> : null}
          </li>
        )
      })}
    </ol>
  )
}

/** The rapporteur and duration of a point, in one line. */
export function pointWords({ t }: Reader, point: Pick<Point, 'rapporteur' | 'plannedMinutes'>): string {
  return [
    ...(point.rapporteur ? [point.rapporteur] : []),
    ...(point.plannedMinutes === null
      ? []
      : [t('minutes.agenda.planned', { minutes: point.plannedMinutes })]),
  ].join(' · ')
}
