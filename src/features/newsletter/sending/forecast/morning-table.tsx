import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Morning } from '../../morning.queries.ts'
import { LocalMoment } from '../views/local-moment.tsx'
import type { Forecast } from './forecast.ts'

/** Readers by country, and when they would get the letter: on their own clock and on that of the coordinator. */
export function MorningTable({ forecast }: { forecast: Forecast }) {
  const reader = useReader()
  const { t } = reader
  const number = numberFormatter(reader.interfaceLanguage, {})
  const readers = ({ country }: Morning) =>
    forecast.rows.reduce((all, row) => all + (row.country === country ? row.count : 0), 0)
  const dateOf = ({ dueAt }: Morning) => new Date(dueAt.epochMilliseconds)
  return (
    <DataTable<Morning>
      caption={t('newsletter.sending.mornings')}
      captionHidden
      rows={forecast.mornings}
      rowKey={({ country }) => country}
      columns={[
        {
          key: 'country',
          label: t('newsletter.sending.country'),
          header: true,
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'readers',
          label: t('newsletter.subscribers.readers'),
          numeric: true,
          cell: (morning) => number.format(readers(morning)),
        },
        {
          key: 'there',
          label: t('newsletter.sending.onTheirClock'),
          cell: (morning) => <LocalMoment country={morning.country} at={dateOf(morning)} />,
        },
        {
          key: 'here',
          label: t('newsletter.sending.onYourClock'),
          cell: (morning) => <Moment at={dateOf(morning)} />,
        },
      ]}
    />
  )
}
