import type { Reader } from '../../platform/i18n/reader.ts'

interface PageStepsProps {
  reader: Reader
  /** Addresses of the parts of a list before and after this one; null where there is none. */
  previous: string | null
  next: string | null
  /** What the two are called, where “previous” and “next” would not say it. */
  labels?: { previous: string; next: string }
}

/** The way through a list whose length nobody counts; nothing where all of it is shown. */
export function PageSteps({ reader: { t }, previous, next, labels }: PageStepsProps) {
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
