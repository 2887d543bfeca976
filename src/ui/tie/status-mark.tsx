import { useReader } from '../reader.tsx'
import { type TieStatus, tieStatuses } from './tie-status.ts'

interface StatusMarkProps {
  status: TieStatus
}

/** A state as a short stretch of its tie line and its word: never by colour alone. */
export function StatusMark({ status }: StatusMarkProps) {
  const reader = useReader()
  return (
    <span class={`status status-${status}`}>
      <span class="tie-rule" aria-hidden="true" />
      {reader.t(`ui.status.${status}`)}
    </span>
  )
}

interface StatusLegendProps {
  /** Those on the page; all of them by default. */
  statuses?: readonly TieStatus[]
  /** Some lines are open: an authority that looks for a partner. */
  seeking?: boolean
}

/** What each line pattern means. */
export function StatusLegend({ statuses = tieStatuses, seeking = false }: StatusLegendProps) {
  const reader = useReader()
  return (
    <ul class="status-legend" aria-label={reader.t('ui.status.legend')}>
      {tieStatuses
        .filter((status) => statuses.includes(status))
        .map((status) => (
          <li key={status}>
            <StatusMark status={status} />
          </li>
        ))}
      {seeking ? (
        <li>
          <span class="status status-prospective">
            <span class="tie-rule" aria-hidden="true" />
            {reader.t('ui.status.seeking')}
          </span>
        </li>
      ) : null}
    </ul>
  )
}
