import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { rangeOf } from '../../../../ui/text/date-words.ts'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { type ChartEntry, TimelineChart } from '../../../../ui/timeline/timeline-chart.tsx'
import type { AgendaEvent } from '../../../agenda/events/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Agreement } from '../../agreements/queries.ts'
import { isAct } from '../../codes.ts'
import { paths } from '../../paths.ts'
import { tieLine } from '../../tie.ts'
import type { CooperationRow } from '../row/queries.ts'

interface CooperationChartProps {
  network: Network
  rows: CooperationRow[]
  agreements: Agreement[]
  activities: AgendaEvent[]
}

/** Cooperations as rows over the same years: acts, exchanges and silences. */
export function CooperationChart({ network, rows, agreements, activities }: CooperationChartProps) {
  const reader = useReader()
  return (
    <TimelineChart
      caption={reader.t('registry.list.caption')}
      rows={rows.map((row) => ({
        key: row.slug,
        heading: (
          <TieLine
            {...tieLine(reader, network, row)}
            size="inline"
            href={paths.cooperation(reader, network.slug, row.slug)}
          />
        ),
        status: row.standing.status,
        ...(row.sinceFrom ? { since: Number(row.sinceFrom.slice(0, 4)) } : {}),
        entries: [...actsOf(reader, row, agreements), ...exchangesOf(row, activities)],
      }))}
    />
  )
}

// An act of another body beneath the tie is not one of the tie.
function actsOf(reader: Reader, row: CooperationRow, agreements: Agreement[]): ChartEntry[] {
  return agreements
    .filter((agreement) => agreement.cooperationId === row.id && agreement.parentId === null)
    .flatMap((agreement) => agreement.steps.filter((step) => isAct(step.state)))
    .flatMap((step) =>
      step.happened ? [{ lane: 'agreement' as const, ...rangeOf(step.happened, reader.today) }] : [],
    )
}

function exchangesOf(row: CooperationRow, activities: AgendaEvent[]): ChartEntry[] {
  return activities
    .filter((activity) => activity.cooperations.some((each) => each.id === row.id))
    .flatMap((activity) =>
      activity.happens
        ? [
            {
              lane: 'activity' as const,
              ...rangeOf(activity.happens, activity.knownOn),
              planned: activity.state === 'planned',
            },
          ]
        : [],
    )
}
