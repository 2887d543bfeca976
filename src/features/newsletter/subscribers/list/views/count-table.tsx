import { numberFormatter } from '../../../../../platform/i18n/formatters.ts'
import { isInterfaceLanguage, languageNames } from '../../../../../platform/i18n/languages.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { countryName } from '../../../../directory/index.ts'
import type { SubscriberCount } from '../queries.ts'

interface CountTableProps {
  counts: SubscriberCount[]
}

/** How many read the letter, by language and country; nothing while nobody does. */
export function CountTable({ counts }: CountTableProps) {
  const reader = useReader()
  const { t } = reader
  const reading = counts.filter(({ state }) => state === 'subscribed')
  if (reading.length === 0) return null
  const number = numberFormatter(reader.interfaceLanguage, {})
  return (
    <DataTable<SubscriberCount>
      caption={t('newsletter.subscribers.counts')}
      rows={reading}
      rowKey={({ language, country }) => `${language} ${country}`}
      columns={[
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          header: true,
          cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
        },
        {
          key: 'country',
          label: t('newsletter.sending.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'count',
          label: t('newsletter.subscribers.readers'),
          numeric: true,
          cell: ({ count }) => number.format(count),
        },
      ]}
    />
  )
}
