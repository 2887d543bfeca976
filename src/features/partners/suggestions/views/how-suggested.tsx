import { numberFormatter } from '../../../../platform/i18n/formatters.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { type SignalKey, signals, weights } from '../weights.ts'

/** What each sign counts for: nothing of a suggestion is hidden. */
export function HowSuggested() {
  const reader = useReader()
  const { t } = reader
  const total = signals.reduce((sum, key) => sum + weights[key].weight, 0)
  const share = (key: SignalKey) =>
    numberFormatter(reader.interfaceLanguage, percent).format(weights[key].weight / total)
  return (
    <>
      <p>{t('partners.suggestion.howText')}</p>
      <DataTable
        caption={t('partners.suggestion.how')}
        captionHidden
        columns={[
          {
            key: 'sign',
            label: t('partners.suggestion.sign'),
            header: true,
            cell: (key: SignalKey) => t(`partners.signal.${key}`),
          },
          {
            key: 'share',
            label: t('partners.suggestion.share'),
            numeric: true,
            cell: (key: SignalKey) => share(key),
          },
        ]}
        rows={signals.toSorted((one, two) => weights[two].weight - weights[one].weight)}
        rowKey={(key) => key}
      />
    </>
  )
}

const percent = { style: 'percent', maximumFractionDigits: 0 } as const
