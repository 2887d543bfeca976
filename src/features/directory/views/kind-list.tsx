import type { Reader } from '../../../platform/i18n/reader.ts'
import { mostPages } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Pagination, ResultCount } from '../../../ui/table/pagination.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { countryName } from '../country-name.ts'
import { kindTitle } from '../kind-name.ts'
import { searchAddress } from '../paths.ts'
import type { DirectoryAnswer } from '../search.queries.ts'
import { type DirectorySearch, pageSize } from '../search.schema.ts'
import { ResultTable } from './result-table.tsx'

interface KindListProps {
  search: DirectorySearch
  answer: Extract<DirectoryAnswer, { found: 'list' }>
}

/** Every organisation of one kind, page by page. */
export function KindList({ search, answer }: KindListProps) {
  const reader = useReader()
  const { t } = reader
  const { rows, total } = answer
  const title = listTitle(reader, search)
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('directory.search.noneOfKind')}
        why={t('directory.search.noneWhy')}
        next={t('directory.search.noneNext')}
      />
    )
  }
  const first = (search.page - 1) * pageSize + 1
  return (
    <Section id="results" title={title}>
      <ResultCount total={total} first={first} last={first + rows.length - 1} />
      <ResultTable caption={title} captionHidden rows={rows} />
      <Pagination
        page={search.page}
        pages={Math.min(mostPages, Math.ceil(total / pageSize))}
        href={(page) => searchAddress(reader, { ...search, page })}
      />
      {search.page === mostPages && total > mostPages * pageSize ? (
        <p>{t('directory.search.listEnds')}</p>
      ) : null}
    </Section>
  )
}

/** « Région – France »: the title of a list of one kind. */
export function listTitle(reader: Reader, { country, kind }: DirectorySearch): string {
  const words = kindTitle(reader, kind ?? '')
  return country === null
    ? words
    : reader.t('directory.search.titleOf', { kind: words, country: countryName(reader, country) })
}
