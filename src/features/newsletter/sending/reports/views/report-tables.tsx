import { numberFormatter } from '../../../../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../../../../platform/i18n/languages.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../../ui/table/data-table.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { countryName } from '../../../../directory/index.ts'
import { frequencies } from '../../../subscribers/subscription.ts'
import { type Outcome, outcomes } from '../../sending.ts'
import { type SendingReport, sumBy } from '../report.ts'

interface ReportTablesProps {
  report: SendingReport
}

interface Sum {
  key: string
  counts: readonly { outcome: Outcome; count: number }[]
}

/** What became of a sending by country, language, choice and domain. */
export function ReportTables({ report }: ReportTablesProps) {
  const reader = useReader()
  const { t } = reader
  const { counts, domains } = report
  const labels = {
    country: t('newsletter.sending.country'),
    language: t('newsletter.subscribers.language'),
    frequency: t('newsletter.subscribers.frequency'),
  }
  const named = {
    country: (key: string) => countryName(reader, key),
    language: (key: string) => (isInterfaceLanguage(key) ? languageNames[key] : key),
    frequency: (key: string) => {
      const frequency = frequencies.find((each) => each === key)
      return frequency ? t(`newsletter.subscribers.frequency.${frequency}`) : key
    },
  }
  return (
    <Section id="report" title={t('newsletter.sending.report')}>
      {(['country', 'language', 'frequency'] as const).map((by) => (
        <SumTable
          key={by}
          caption={t(`newsletter.sending.by.${by}`)}
          label={labels[by]}
          sums={sumBy(counts, (counted) => counted[by]).map((sum) => ({ ...sum, key: named[by](sum.key) }))}
        />
      ))}
      {domains.length > 0 ? (
        <SumTable
          caption={t('newsletter.sending.by.domain')}
          label={t('newsletter.sending.domain')}
          sums={[...Map.groupBy(domains, ({ domain }) => domain)].map(([key, each]) => ({
            key,
            counts: each,
          }))}
        />
      ) : null}
    </Section>
  )
}

interface SumTableProps {
  caption: string
  label: string
  sums: Sum[]
}

function SumTable({ caption, label, sums }: SumTableProps) {
  const reader = useReader()
  const number = numberFormatter(reader.interfaceLanguage, {})
  const count = ({ counts }: Sum, outcome: Outcome) =>
    counts.reduce((all, each) => all + (each.outcome === outcome ? each.count : 0), 0)
  const shown = outcomes.filter((outcome) => sums.some((sum) => count(sum, outcome) > 0))
  const columns: Column<Sum>[] = [
    { key: 'key', label, header: true, cell: ({ key }) => <bdi>{key}</bdi> },
    ...shown.map((outcome) => ({
      key: outcome,
      label: reader.t(`newsletter.sending.outcome.${outcome}`, { count: 2 }),
      numeric: true,
      cell: (sum: Sum) => number.format(count(sum, outcome)),
    })),
  ]
  return (
    <>
      <h3>{caption}</h3>
      <DataTable<Sum>
        caption={caption}
        captionHidden
        rows={sums}
        rowKey={({ key }) => key}
        columns={columns}
      />
    </>
  )
}
