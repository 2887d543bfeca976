import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { countryName, ownLanguageOf } from '../country-name.ts'
import { kindName } from '../kind-name.ts'
import { shortNames } from '../organisation.ts'
import { organisationAddress } from '../paths.ts'
import type { OrganisationRecord } from '../queries.ts'
import { reporterOf, validityWords } from './succession-words.ts'

interface ResultTableProps {
  caption: ComponentChildren
  captionHidden?: boolean
  rows: OrganisationRecord[]
}

/** Organisations side by side, with what distinguishes namesakes. */
export function ResultTable({ caption, captionHidden = false, rows }: ResultTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={caption}
      captionHidden={captionHidden}
      columns={[
        {
          key: 'name',
          label: t('directory.column.name'),
          header: true,
          wide: true,
          cell: (row) => (
            <a href={organisationAddress(reader, row.slug)}>
              <Name name={row.name} own={ownLanguageOf(row.country)} />
            </a>
          ),
        },
        { key: 'kind', label: t('directory.column.kind'), cell: (row) => kindName(reader, row.kind) },
        {
          key: 'parent',
          label: t('directory.column.parent'),
          cell: (row) => <Territory row={row} />,
        },
        {
          key: 'population',
          label: t('directory.column.population'),
          numeric: true,
          cell: (row) => populationWords(reader, row),
        },
        {
          key: 'validity',
          label: t('directory.column.validity'),
          cell: (row) => <Validity row={row} />,
        },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}

// Dates that only the press reports are marked everywhere.
function Validity({ row }: { row: OrganisationRecord }) {
  const reader = useReader()
  const words = validityWords(reader, row)
  return <>{reporterOf(row) === 'press' ? reader.t('directory.validity.press', { words }) : words}</>
}

function Territory({ row }: { row: OrganisationRecord }) {
  const reader = useReader()
  const country = countryName(reader, row.country)
  if (!row.parent) return country
  return (
    <span>
      <Name name={shortNames(row.parent)} />, {country}
    </span>
  )
}

interface Populated {
  population: number | null
  populationYear: number | null
}

/** A population with the year it was counted in; empty when it is unknown. */
function populationWords(reader: Reader, { population, populationYear }: Populated): string {
  if (population === null) return ''
  if (populationYear === null) return reader.t('directory.population.undated', { count: population })
  return reader.t('directory.population.year', { count: population, year: `${populationYear}` })
}
