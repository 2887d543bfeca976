import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { gapsIn } from '../../issues/gaps.ts'
import type { Issue } from '../../issues/issue.ts'
import type { Frequency } from '../../subscribers/subscription.ts'
import type { Forecast } from './forecast.ts'

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
