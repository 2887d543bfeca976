import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import { gapsIn } from '../../issues/gaps.ts'
import type { Issue } from '../../issues/issue.ts'
import type { Morning } from '../../morning.queries.ts'
import type { Frequency } from '../../subscribers/subscription.ts'
import { LocalMoment } from '../local-moment.tsx'
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

interface LanguageTableProps {
  issue: Issue
  languages: readonly InterfaceLanguage[]
  forecast: Forecast
}

/** Readers by language and frequency, and the texts that they would get in another language. */
export function LanguageTable({ issue, languages, forecast }: LanguageTableProps) {
  const reader = useReader()
  const { t } = reader
  const number = numberFormatter(reader.interfaceLanguage, {})
  const count = (language: string, frequency: Frequency) =>
    number.format(
      forecast.rows.reduce(
        (all, row) => all + (row.language === language && row.frequency === frequency ? row.count : 0),
        0,
      ),
    )
  return (
    <DataTable<InterfaceLanguage>
      caption={t('newsletter.sending.languages')}
      captionHidden
      rows={[...languages]}
      rowKey={(language) => language}
      columns={[
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          header: true,
          cell: (language) => capitalized(languageInWords(reader, language), reader.interfaceLanguage),
        },
        ...(['issue', 'concerns'] as const).map((frequency) => ({
          key: frequency,
          label: t(`newsletter.subscribers.frequency.${frequency}`),
          numeric: true,
          cell: (language: InterfaceLanguage) => count(language, frequency),
        })),
        {
          key: 'gaps',
          label: t('newsletter.issues.gaps.title'),
          cell: (language) => {
            const gaps = gapsIn(issue, language).length
            return gaps === 0
              ? t('newsletter.issues.gaps.none')
              : t('newsletter.issues.gaps.count', { count: gaps })
          },
        },
      ]}
    />
  )
}
