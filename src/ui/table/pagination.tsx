import { useReader } from '../reader.tsx'
import { pageWindow } from './page-window.ts'

interface PaginationProps {
  page: number
  /** The last page that has an address. */
  pages: number
  href: (page: number) => string
}

/** Numbered pages with the previous and the next one; nothing if there is one page. */
export function Pagination({ page, pages, href }: PaginationProps) {
  const reader = useReader()
  if (pages <= 1) return null
  return (
    <nav class="pagination" aria-label={reader.t('ui.pagination.label')}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={href(page - 1)} rel="prev">
              {reader.t('ui.pagination.previous')}
            </a>
          </li>
        ) : null}
        {pageWindow(page, pages).map((number, index) =>
          number === null ? (
            <li key={`gap ${index}`} class="pagination-gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={number} class="pagination-number">
              <a
                href={href(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={reader.t('ui.pagination.page', { page: number })}
              >
                {number}
              </a>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <a href={href(page + 1)} rel="next">
              {reader.t('ui.pagination.next')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

interface ResultCountProps {
  total: number
  /** `at_least`: counting stopped at `total`. */
  totalIs?: 'exact' | 'at_least'
  first?: number
  last?: number
}

/** `12 results`, `more than 1,000 results, 51 to 100`. */
export function ResultCount({ total, totalIs = 'exact', first, last }: ResultCountProps) {
  const reader = useReader()
  return (
    <p class="result-count" role="status">
      {reader.t(totalIs === 'exact' ? 'ui.results.exact' : 'ui.results.atLeast', { total })}
      {first !== undefined && last !== undefined && total > last - first + 1
        ? ` ${reader.t('ui.results.shown', { first, last })}`
        : null}
    </p>
  )
}
