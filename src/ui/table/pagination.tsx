import { useReader } from '../reader.tsx'

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

/**
 * The page numbers worth showing around the current one, `null` for a gap. First and last are always shown; a gap of one page is shown as
 * that page.
 */
export function pageWindow(current: number, last: number, around = 1): (number | null)[] {
  const wanted = new Set([1, last])
  for (let page = current - around; page <= current + around; page += 1) {
    if (page >= 1 && page <= last) wanted.add(page)
  }
  const shown: (number | null)[] = []
  for (const page of [...wanted].sort((a, b) => a - b)) {
    const previous = shown.at(-1) ?? 0
    if (page - previous === 2) shown.push(page - 1)
    else if (page - previous > 2) shown.push(null)
    shown.push(page)
  }
  return shown
}

interface PageStepsProps {
  /** Addresses of the parts of a list before and after this one; null if there is none. */
  previous: string | null
  next: string | null
  /** The labels of the two, if “previous” and “next” would not say it. */
  labels?: { previous: string; next: string }
}

/** Links through a list whose length is not counted; nothing if all of it is shown. */
export function PageSteps({ previous, next, labels }: PageStepsProps) {
  const { t } = useReader()
  if (previous === null && next === null) return null
  return (
    <p class="pagination-simple">
      {previous === null ? null : (
        <a href={previous} rel="prev">
          {labels?.previous ?? t('ui.pagination.previous')}
        </a>
      )}{' '}
      {next === null ? null : (
        <a href={next} rel="next">
          {labels?.next ?? t('ui.pagination.next')}
        </a>
      )}
    </p>
  )
}
