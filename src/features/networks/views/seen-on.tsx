import { describeDate } from '../../../platform/dates/index.ts'
import { useReader } from '../../../ui/reader.tsx'

interface SeenOnProps {
  /** The day on which the network's pages are drawn when nobody asks for another. */
  usualDay: string
  /** Today by the clock. */
  actualDay: string
  /** Of this page as it was asked for. */
  path: string
  query: string
}

/** Says on which day a page is seen when that is not today, and leads to the same page seen on the other day. */
export function SeenOn({ usualDay, actualDay, path, query }: SeenOnProps) {
  const reader = useReader()
  const shown = describeDate(reader.today, reader.interfaceLanguage)
  if (reader.today !== actualDay) {
    return (
      <p>
        {reader.t('networks.seen.onDay', { day: shown })}{' '}
        <a href={withDay(path, query, actualDay)}>{reader.t('networks.seen.seeToday')}</a>
      </p>
    )
  }
  const usual = describeDate(usualDay, reader.interfaceLanguage)
  return (
    <p>
      {reader.t('networks.seen.today', { day: shown })}{' '}
      <a href={withDay(path, query, null)}>{reader.t('networks.seen.backTo', { day: usual })}</a>
    </p>
  )
}

function withDay(path: string, query: string, day: string | null): string {
  const parameters = new URLSearchParams(query)
  parameters.delete('now')
  if (day !== null) parameters.set('now', day)
  const text = parameters.toString()
  return text === '' ? path : `${path}?${text}`
}
