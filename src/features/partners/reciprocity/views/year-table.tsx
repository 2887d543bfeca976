import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { YearLine } from '../ledger.ts'
import { visitColumns } from '../ledger-columns.ts'

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

interface CountProps {
  value: number
  /** What came about in part alone: it is not counted as a whole, and is shown beside. */
  part?: number
}

/** A figure of the ledger; zeros are muted, so that the others are seen. */
export function Count({ value, part = 0 }: CountProps) {
  const reader = useReader()
  if (part > 0)
    return (
      <span>
        {value} <span class="ledger-part">{reader.t('partners.reciprocity.inPart', { count: part })}</span>
      </span>
    )
  return value === 0 ? <span class="quiet">0</span> : <>{value}</>
}

/** What is counted, and what is not. */
export function CountedNotes() {
  const { t } = useReader()
  return (
    <Section id="counted" title={t('partners.reciprocity.counted')}>
      <ul>
        <li>{t('partners.reciprocity.countedVisits')}</li>
        <li>{t('partners.reciprocity.countedExpectations')}</li>
        <li>{t('partners.reciprocity.countedTexts')}</li>
      </ul>
    </Section>
  )
}
