import type { Reader } from '../../platform/i18n/reader.ts'
import { type TieStatus, tieStatuses } from './tie-status.ts'

interface StatusMarkProps {
  reader: Reader
  status: TieStatus
}

/** A state as a short stretch of its tie line and its word: never by colour alone. */
export function StatusMark({ reader, status }: StatusMarkProps) {
  return (
    <span class={`status status-${status}`}>
      <span class="tie-rule" aria-hidden="true" />
      {reader.t(`ui.status.${status}`)}
    </span>
  )
}

interface StatusLegendProps {
  reader: Reader
  /** Those on the page; all of them when it does not say. */
  statuses?: readonly TieStatus[]
  /** Some lines are open: an authority that looks for a partner. */
  seeking?: boolean
}

/** What each line pattern means. */
export function StatusLegend({ reader, statuses = tieStatuses, seeking = false }: StatusLegendProps) {
  return (
    <ul class="status-legend" aria-label={reader.t('ui.status.legend')}>
      {tieStatuses
        .filter((status) => statuses.includes(status))
        .map((status) => (
          <li key={status}>
            <StatusMark reader={reader} status={status} />
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
