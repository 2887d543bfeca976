import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import type { LedgerLine } from '../ledger.ts'
import { wayWords } from '../ledger-columns.ts'
import { Count } from './count.tsx'

interface BothWaysTableProps {
  pair: readonly [string, string]
  line: LedgerLine
}

/** What goes each way between two sides, one beside the other: only of visits may nobody know which way they went. */
export function BothWaysTable({ pair, line }: BothWaysTableProps) {
  const reader = useReader()
  const { t } = reader
  const [there, back] = wayWords(reader, pair)
  const rows = [
    { what: 'visits', counts: line.visits, parts: null, unknown: line.unknownVisits },
    { what: 'expectations', counts: line.expectations, parts: line.partExpectations, unknown: null },
    { what: 'texts', counts: line.texts, parts: null, unknown: null },
  ] as const
  return (
    <div class="ledger">
      <DataTable
        caption={t('partners.reciprocity.bothWays')}
        captionHidden
        rows={[...rows]}
        rowKey={({ what }) => what}
        columns={[
          {
            key: 'what',
            label: t('partners.reciprocity.what.label'),
            header: true,
            cell: ({ what }) => t(`partners.reciprocity.what.${what}`),
          },
          {
            key: 'there',
            label: there,
            numeric: true,
            cell: ({ counts, parts }) => <Count value={counts.there} part={parts?.there ?? 0} />,
          },
          {
            key: 'back',
            label: back,
            numeric: true,
            cell: ({ counts, parts }) => <Count value={counts.back} part={parts?.back ?? 0} />,
          },
          {
            key: 'unknown',
            label: t('partners.reciprocity.wayUnknown'),
            numeric: true,
            cell: ({ unknown }) => (unknown === null ? null : <Count value={unknown} />),
          },
        ]}
      />
    </div>
  )
}
