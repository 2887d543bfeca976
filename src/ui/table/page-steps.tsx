import { useReader } from '../reader.tsx'

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
