import type { Reader } from '../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../ui/table/pagination.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import type { DirectoryAnswer } from '../search/queries.ts'
import { type DirectorySearch, pageSize } from '../search/schema.ts'
import { ResultTable } from './result-table.tsx'
import { searchAddress } from './search-address.ts'

interface MatchesProps {
  search: DirectorySearch
  answer: Extract<DirectoryAnswer, { found: 'matches' }>
}

/** What a name finds: which one is meant, the very name, or what is spelt alike. */
export function Matches({ search, answer }: MatchesProps) {
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
