import type { Reader } from '../../../../platform/i18n/reader.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { YearLine } from '../ledger.ts'
import { visitColumns } from '../ledger-columns.ts'
import { Count } from './count.tsx'

interface YearTableProps {
  reader: Reader
  pair: readonly [string, string]
  years: readonly YearLine[]
}

/** Visits there and back, year by year. */
export function YearTable({ reader, pair, years }: YearTableProps) {
  const { t } = reader
  return (
    <div class="ledger ledger-each">
      <DataTable
        reader={reader}
        caption={t('partners.reciprocity.byYear')}
        captionHidden
        rows={[...years]}
        rowKey={({ year }) => String(year)}
        columns={[
          {
            key: 'year',
            label: t('partners.reciprocity.year'),
            header: true,
            cell: ({ year }) => (year === null ? t('partners.reciprocity.undated') : String(year)),
          },
          ...visitColumns(reader, pair).map(({ key, label, value }) => ({
            key,
            label,
            numeric: true,
            cell: (line: YearLine) => <Count reader={reader} value={value(line)} />,
          })),
        ]}
      />
    </div>
  )
}
