import { useReader } from '../../../ui/reader.tsx'
import { Filters } from '../../../ui/table/filters.tsx'
import { byOwnSide, countryName } from '../country-name.ts'
import { kindsOf, kindTitle } from '../kind-name.ts'
import { directoryAddress } from '../paths.ts'
import type { DirectorySearch } from '../search/schema.ts'

interface SearchFiltersProps {
  search: DirectorySearch
  loaded: string[]
}

/** Name, country and kind; the day behind « more », since few ask for it. */
export function SearchFilters({ search, loaded }: SearchFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const countries = [...new Set([...loaded, ...(search.country ? [search.country] : [])])]
  return (
    <Filters
      action={directoryAddress({ ...reader, now: null })}
      kept={reader.now ? { now: reader.now } : {}}
      fields={[
        {
          type: 'search',
          name: 'q',
          label: t('directory.search.name'),
          value: search.text,
          hint: t('directory.search.nameHint'),
        },
        {
          type: 'select',
          name: 'country',
          label: t('directory.search.country'),
          value: search.country ?? '',
          options: byOwnSide(reader, countries).map((value) => ({
            value,
            label: countryName(reader, value),
          })),
        },
        {
          type: 'select',
          name: 'kind',
          label: t('directory.search.kind'),
          value: search.kind ?? '',
          options: kindsOf(search.country).map((value) => ({ value, label: kindTitle(reader, value) })),
        },
      ]}
      more={[
        {
          type: 'search',
          name: 'on',
          label: t('directory.search.on'),
          value: search.on ?? '',
          hint: t('directory.search.onHint'),
        },
      ]}
      moreOpen={search.on !== null || search.ignored.some(({ name }) => name === 'on')}
    />
  )
}
