import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { countryName } from '../country-name.ts'
import type { DirectoryAnswer } from '../search/queries.ts'
import type { DirectorySearch } from '../search/schema.ts'
import { Counts } from './counts.tsx'
import { Examples } from './examples.tsx'
import { IgnoredCriteria } from './ignored-criteria.tsx'
import { KindList } from './kind-list.tsx'
import { Matches } from './matches.tsx'
import { SearchFilters } from './search-filters.tsx'

interface SearchPageProps {
  search: DirectorySearch
  answer: DirectoryAnswer
  /** Countries whose authorities are loaded, by code. */
  loaded: string[]
}

/** The directory: a search by name, a list of one kind, or how much there is of each. */
export function SearchPage({ search, answer, loaded }: SearchPageProps) {
  const reader = useReader()
  return (
    <>
      <PageHeading lead={reader.t('directory.search.lead')}>{reader.t('directory.search.title')}</PageHeading>
      <SearchFilters search={search} loaded={loaded} />
      <div class="prose">
        <IgnoredCriteria ignored={search.ignored} />
        {search.text === '' && search.kind === null ? <Examples /> : null}
      </div>
      <Answer search={search} answer={answer} loaded={loaded} />
    </>
  )
}

function Answer({ search, answer, loaded }: SearchPageProps) {
  if (answer.found === 'matches') return <Matches search={search} answer={answer} />
  if (search.country !== null && !loaded.includes(search.country)) {
    return <NotLoaded country={search.country} />
  }
  if (answer.found === 'list') return <KindList search={search} answer={answer} />
  return <Counts search={search} counts={answer.counts} />
}

function NotLoaded({ country }: { country: string }) {
  const reader = useReader()
  return (
    <EmptyState
      title={reader.t('directory.search.noneHere', { country: countryName(reader, country) })}
      why={reader.t('directory.search.loadCountry')}
      next={<code>npx entente directory load {country}</code>}
    />
  )
}
