import type { ComponentChildren } from 'preact'
import { PageHeading } from '../../../ui/text/headings.tsx'

interface OpeningHeadingProps {
  kicker: ComponentChildren
  lead: ComponentChildren
  /** There was an error: the page focuses that instead. */
  hasErrors: boolean
  children: ComponentChildren
}

/** The heading of a page opened by a key: it has the focus, so that Tab leads on to the form instead of through the menu. */
export function OpeningHeading({ hasErrors, ...heading }: OpeningHeadingProps) {
  return (
    <div class="opening-heading" tabindex={-1} autofocus={!hasErrors}>
      <PageHeading {...heading} />
    </div>
  )
}
