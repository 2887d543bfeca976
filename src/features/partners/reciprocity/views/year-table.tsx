import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { YearLine } from '../ledger.ts'
import { visitColumns } from '../ledger-columns.ts'
import { Count } from './count.tsx'

interface YearTableProps {
  pair: readonly [string, string]
  years: readonly YearLine[]
}

/** Visits there and back, year by year. */
export function YearTable({ pair, years }: YearTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <div class="ledger ledger-each">
      <DataTable
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
            cell: (line: YearLine) => <Count value={value(line)} />,
          })),
        ]}
      />
    </div>
  )
}
