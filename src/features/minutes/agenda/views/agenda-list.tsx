import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Point } from '../queries.ts'

/** The agenda in order, with who reports and for how long. */
export function AgendaList({
  reader,
  points,
  start = 1,
}: {
  reader: Reader
  points: readonly Point[]
  start?: number
}) {
  return (
    <EntryList
      start={start}
      entries={points.map((point) => ({
        key: point.id,
        title: <Passage reader={reader} text={point.title} as="span" tags={false} />,
        meta: pointWords(reader, point) || undefined,
      }))}
    />
  )
}

/** Who reports on a point and for how long, in a line. */
export function pointWords({ t }: Reader, point: Pick<Point, 'rapporteur' | 'plannedMinutes'>): string {
  return [
    ...(point.rapporteur ? [point.rapporteur] : []),
    ...(point.plannedMinutes === null
      ? []
      : [t('minutes.agenda.planned', { minutes: point.plannedMinutes })]),
  ].join(' · ')
}
