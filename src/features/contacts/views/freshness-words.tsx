import { describeDate } from '../../../platform/dates/index.ts'
import { useReader } from '../../../ui/reader.tsx'
import { freshness } from '../list/freshness.ts'

interface FreshnessProps {
  confirmedAt: Date
  confirmedBy: string | null
  now: Temporal.Instant
}

/** When a contact was last confirmed, and whether that is long ago: by a sign and a word. */
export function FreshnessWords({ confirmedAt, confirmedBy, now }: FreshnessProps) {
  const reader = useReader()
  const { t } = reader
  const date = describeDate(confirmedAt.toISOString().slice(0, 10), reader.interfaceLanguage)
  const age = freshness(confirmedAt, now)
  return (
    <>
      {confirmedBy === null ? date : t('contacts.confirmed.by', { date, name: confirmedBy })}
      {age === 'fresh' ? null : (
        <span class="contact-age">
          <span aria-hidden="true">! </span>
          {t(age === 'year' ? 'contacts.confirmed.year' : 'contacts.confirmed.sixMonths')}
        </span>
      )}
    </>
  )
}
