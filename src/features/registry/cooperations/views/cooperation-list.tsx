import { readEdtf } from '../../../../platform/dates/index.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { FewWords } from '../../../../ui/table/few-words.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { FuzzyDate } from '../../../../ui/text/fuzzy-date.tsx'
import { StatusMark } from '../../../../ui/tie/status-mark.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import { agreementWords, tieLine } from '../../tie.ts'
import type { CooperationFilter, Sort } from '../cooperation-filter.ts'
import type { CooperationSummary } from '../summary.queries.ts'

interface CooperationListProps {
  network: Network
  rows: CooperationSummary[]
  filter: CooperationFilter
  sortHref(sort: Sort): string
}

/** Cooperations as a table for comparison. */
export function CooperationList({ network, rows, filter, sortHref }: CooperationListProps) {
  const reader = useReader()
  const { t } = reader
  const columns: Column<CooperationSummary>[] = [
    {
      key: 'tie',
      label: t('registry.list.tie'),
      header: true,
      wide: true,
      sort: sortLink(filter.sort, 'name', sortHref),
      cell: (row) => {
        const { kind: _kind, year: _year, ...line } = tieLine(reader, network, row)
        return <TieLine {...line} href={paths.cooperation(reader, network.slug, row.slug)} />
      },
    },
    {
      key: 'status',
      label: t('registry.list.status'),
      cell: (row) => <StatusMark status={row.standing.status} />,
    },
    {
      key: 'since',
      label: t('registry.list.since'),
      sort: sortLink(filter.sort, 'since', sortHref),
      cell: (row) => (row.since ? <FuzzyDate {...dateWords(reader, row.since)} /> : <Unknown />),
    },
    {
      key: 'agreement',
      label: t('registry.list.agreement'),
      cell: (row) => <AgreementCell row={row} />,
    },
    {
      key: 'themes',
      label: t('registry.list.themes'),
      cell: (row) => <FewWords words={row.themes.map((theme) => t(`networks.theme.${theme}`))} />,
    },
    {
      key: 'last',
      label: t('registry.list.lastExchange'),
      cell: (row) =>
        row.standing.lastExchange ? <LastExchange edtf={row.standing.lastExchange} /> : <Unknown />,
    },
  ]
  // The parties come with each reading of a tie: as long as they are the same object, its row is the same.
  const kept = {
    data: (row: CooperationSummary) => row.parties,
    under: JSON.stringify([network.slug, reader.language, reader.interfaceLanguage, reader.now]),
  }
  return (
    <DataTable
      caption={t('registry.list.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.slug}
      kept={kept}
    />
  )
}

function AgreementCell({ row }: { row: CooperationSummary }) {
  const reader = useReader()
  const { kind, year } = agreementWords(reader, row)
  if (!kind) return <span class="quiet">{reader.t('registry.list.agreementUnknown')}</span>
  return (
    <span>
      {kind}
      {year ? <span class="nowrap"> · {year}</span> : null}
    </span>
  )
}

function LastExchange({ edtf }: { edtf: string }) {
  const reader = useReader()
  const words = dateWords(reader, edtf)
  // Exchanges that began and continue have no last one.
  const shown = readEdtf(edtf).openEnd
    ? reader.t('registry.list.ongoing', { since: words.shown })
    : words.shown
  return <FuzzyDate {...words} shown={shown} />
}

function Unknown() {
  const reader = useReader()
  return <span class="quiet">{reader.t('registry.list.unknown')}</span>
}

function sortLink(current: Sort, by: 'name' | 'since', href: (sort: Sort) => string) {
  if (current === by) return { href: href(`-${by}`), direction: 'ascending' as const }
  if (current === `-${by}`) return { href: href(by), direction: 'descending' as const }
  return { href: href(by), direction: null }
}
