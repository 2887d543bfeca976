import { describeDate } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { byOwnSide, countryName } from '../country-name.ts'
import { isAuthorityKind } from '../organisation.ts'
import { kindsOf, kindTitle } from '../kind-name.ts'
import { directoryAddress } from '../paths.ts'
import type { DirectorySearch } from '../search/schema.ts'

interface Count {
  country: string
  kind: string
  count: number
}

/** How many of each kind a country has, each number leading to its list. */
export function Counts({ reader, search, counts }: { reader: Reader; search: DirectorySearch; counts: Count[] }) {
  const countries = [...new Set(counts.map(({ country }) => country))]
  const title = search.on
    ? reader.t('directory.search.countsOn', { day: describeDate(search.on, reader.interfaceLanguage) })
    : reader.t('directory.search.counts')
  return (
    <Section id="counts" title={title}>
      <div class="columns">
        {byOwnSide(reader, countries).map((country) => (
          <CountryCounts
            key={country}
            reader={reader}
            country={country}
            on={search.on ?? undefined}
            counts={counts.filter((each) => each.country === country)}
          />
        ))}
      </div>
    </Section>
  )
}

interface CountryCountsProps {
  reader: Reader
  country: string
  on: string | undefined
  counts: Count[]
}

function CountryCounts({ reader, country, on, counts }: CountryCountsProps) {
  const order = kindsOf(null)
  const rows = [...counts].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const authorities = rows.filter(({ kind }) => isAuthorityKind(kind)).reduce((sum, { count }) => sum + count, 0)
  const number = new Intl.NumberFormat(reader.interfaceLanguage)
  return (
    <DataTable
      reader={reader}
      caption={
        authorities === 0
          ? countryName(reader, country)
          : `${countryName(reader, country)} · ${reader.t('directory.search.countOf', { count: authorities })}`
      }
      columns={[
        {
          key: 'kind',
          label: reader.t('directory.column.kind'),
          header: true,
          cell: ({ kind }) => (
            <a href={directoryAddress(reader, { country, kind, on })}>{kindTitle(reader, kind)}</a>
          ),
        },
        {
          key: 'count',
          label: reader.t('directory.search.number'),
          numeric: true,
          cell: ({ count }) => number.format(count),
        },
      ]}
      rows={rows}
      rowKey={({ kind }) => kind}
    />
  )
}
