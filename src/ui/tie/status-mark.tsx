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

/** What each line pattern means; `statuses` limits it to those on the page. */
export function StatusLegend({ reader, statuses }: { reader: Reader; statuses?: readonly TieStatus[] }) {
  return (
    <ul class="status-legend" aria-label={reader.t('ui.status.legend')}>
      {(statuses ?? tieStatuses).map((status) => (
        <li key={status}>
          <StatusMark reader={reader} status={status} />
        </li>
      ))}
    </ul>
  )
}
