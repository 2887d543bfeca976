import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { otherCountries, type Terms } from '../../terms.ts'
import { countryWords } from '../../views/terms-facts.tsx'
import type { StateCount } from '../queries.ts'

interface CountTableProps {
  terms: Pick<Terms, 'places' | 'countryPlaces'>
  counts: readonly StateCount[]
}

interface Row {
  key: string
  label: string
  placed: number
  waiting: number
  arrived: number
  places: number | null
}

/** How many of each country come, wait and are there, beside the places that they have. */
export function CountTable({ terms, counts }: CountTableProps) {
  const reader = useReader()
  const { t } = reader
  const countries = new Set([...counts.map(({ country }) => country), ...Object.keys(terms.countryPlaces)])
  const rows = [...countries]
    .toSorted((a, b) => Number(a === otherCountries) - Number(b === otherCountries))
    .map((country) => rowOf(country, countryWords(reader, country), counts, terms.countryPlaces[country]))
  const all = rowOf(null, t('agenda.registration.inAll'), counts, terms.places ?? undefined)
  const isAll = rows.length === 1 && terms.places === null
  return (
    <DataTable<Row>
      caption={t('agenda.registration.counts')}
      captionHidden
      rowKey={({ key }) => key}
      rows={isAll ? rows : [...rows, all]}
      columns={[
        {
          key: 'country',
          label: t('agenda.registration.country'),
          header: true,
          cell: ({ label }) => label,
        },
        {
          key: 'places',
          label: t('agenda.registration.places'),
          numeric: true,
          cell: ({ places }) => places ?? '–',
        },
        {
          key: 'placed',
          label: t('agenda.registration.state.placed'),
          numeric: true,
          cell: ({ placed }) => placed,
        },
        {
          key: 'waiting',
          label: t('agenda.registration.state.waiting'),
          numeric: true,
          cell: ({ waiting }) => waiting,
        },
        {
          key: 'arrived',
          label: t('agenda.registration.present'),
          numeric: true,
          cell: ({ arrived }) => arrived,
        },
      ]}
    />
  )
}

function rowOf(country: string | null, label: string, counts: readonly StateCount[], places?: number): Row {
  const own = counts.filter((each) => country === null || each.country === country)
  const sum = (state: string) =>
    own.filter((each) => each.state === state).reduce((all, { count }) => all + count, 0)
  return {
    key: country ?? '',
    label,
    placed: sum('placed'),
    waiting: sum('waiting'),
    arrived: own.reduce((all, { arrived }) => all + arrived, 0),
    places: places ?? null,
  }
}
