import type { Reader } from '../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Filters } from '../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../ui/table/pagination.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { byOwnSide, countryName } from '../country-name.ts'
import { kindsOf, kindTitle } from '../kind-name.ts'
import { directoryAddress, searchAddress } from '../paths.ts'
import type { DirectoryAnswer } from '../search.queries.ts'
import { type DirectorySearch, type Ignored, pageSize } from '../search.schema.ts'
import { Counts } from './counts.tsx'
import { KindList } from './kind-list.tsx'
import { ResultTable } from './result-table.tsx'

interface SearchPageProps {
  search: DirectorySearch
  answer: DirectoryAnswer
  /** Countries whose authorities are loaded, by code. */
  loaded: string[]
}

/** The directory: a search by name, a list of one kind, or counts of each kind. */
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

/** Names the criteria that were not understood, and how to write them. */
function IgnoredCriteria({ ignored }: { ignored: Ignored[] }) {
  const reader = useReader()
  return ignored.map(({ name, value }) => (
    <Notice key={name} kind="warning" live>
      <p>{reader.t(explanations[name], { value })}</p>
    </Notice>
  ))
}

const explanations = {
  country: 'directory.search.ignoredCountry',
  kind: 'directory.search.ignoredKind',
  on: 'directory.search.ignoredDay',
} as const

/** Shows by examples what the search understands: each is a link to its own answer. */
function Examples() {
  const reader = useReader()
  return (
    <>
      <p>{reader.t('directory.search.examples')}</p>
      <ul>
        {examples.map(({ q, language, how }) => (
          <li key={q}>
            <a href={directoryAddress(reader, { q })} {...languageAttributes(reader, language)}>
              {q}
            </a>{' '}
            ({reader.t(how)})
          </li>
        ))}
      </ul>
    </>
  )
}

const examples = [
  { q: '밀양', language: 'ko', how: 'directory.example.hangul' },
  { q: 'Miryang', language: 'en', how: 'directory.example.latin' },
  { q: 'ㅅㅊ', language: 'ko', how: 'directory.example.initials' },
  { q: 'Pusan', language: 'en', how: 'directory.example.old' },
  { q: 'Evian', language: 'fr', how: 'directory.example.bare' },
] as const

interface SearchFiltersProps {
  search: DirectorySearch
  loaded: string[]
}

/** Name, country and kind; the day is behind « more », since few ask for it. */
function SearchFilters({ search, loaded }: SearchFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const countries = [...new Set([...loaded, ...(search.country ? [search.country] : [])])]
  return (
    <Filters
      isMain
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

interface MatchesProps {
  search: DirectorySearch
  answer: Extract<DirectoryAnswer, { found: 'matches' }>
}

/** The matches of a name: a choice of namesakes, exact matches, or similar names. */
function Matches({ search, answer }: MatchesProps) {
  const reader = useReader()
  const { t } = reader
  const { text } = search
  const { namesakes, rows, total, isCut, approximate } = answer
  if (total === 0) return <NothingFound text={text} />
  return (
    <>
      {namesakes.length > 0 ? (
        <Section id="which" title={t('directory.search.which', { text })}>
          <ResultTable caption={t('directory.search.which', { text })} captionHidden rows={namesakes} />
        </Section>
      ) : null}
      {rows.length > 0 ? (
        <Section id="results" title={headingOf(reader, text, answer)}>
          {approximate || namesakes.length > 0 ? null : (
            <ResultCount total={total} totalIs={isCut ? 'at_least' : 'exact'} />
          )}
          <ResultTable caption={t('directory.search.results')} captionHidden rows={rows} />
        </Section>
      ) : null}
      <Pagination
        page={search.page}
        pages={Math.ceil(total / pageSize)}
        href={(page) => searchAddress(reader, { ...search, page })}
      />
    </>
  )
}

function headingOf({ t }: Reader, text: string, { approximate, namesakes }: MatchesProps['answer']): string {
  if (approximate) return t('directory.search.alike', { text })
  return t(namesakes.length > 0 ? 'directory.search.others' : 'directory.search.results')
}

function NothingFound({ text }: { text: string }) {
  const reader = useReader()
  const hasLetters = /[\p{L}\p{N}]/u.test(text)
  return (
    <EmptyState
      title={reader.t(hasLetters ? 'directory.search.none' : 'directory.search.noLetters', { text })}
      why={reader.t('directory.search.noneWhy')}
      next={reader.t('directory.search.noneNext')}
    />
  )
}
