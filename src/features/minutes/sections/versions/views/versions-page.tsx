import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import type { TextVersion } from '../queries.ts'

/** Every version of the text of minutes, the newest first; each leads to what changed in it. */
export function VersionsPage({ address, versions }: { address: string; versions: readonly TextVersion[] }) {
  const { t } = useReader()
  return (
    <DataTable
      caption={t('minutes.text.versions')}
      captionHidden
      rows={[...versions]}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'number',
          label: t('minutes.text.version'),
          header: true,
          cell: (row) => <a href={`${address}/${row.number}`}>{row.number}</a>,
        },
        {
          key: 'when',
          label: t('minutes.text.madeAt'),
          cell: (row) => <Moment at={row.madeAt} />,
        },
        { key: 'who', label: t('minutes.text.madeBy'), cell: (row) => row.name ?? '' },
        { key: 'reason', label: t('minutes.text.reason'), wide: true, cell: (row) => row.reason },
      ]}
    />
  )
}
