import type { ComponentChildren } from 'preact'
import { PageHeading } from '../../../ui/text/headings.tsx'

interface OpeningHeadingProps {
  kicker: ComponentChildren
  lead: ComponentChildren
  /** Something was wrong: the page opens on what that is. */
  hasErrors: boolean
  children: ComponentChildren
}

/** The heading of a page that a key has opened: the focus is there, and Tab leads on to the form instead of through the menu. */
export function OpeningHeading({ hasErrors, ...heading }: OpeningHeadingProps) {
  return (
    <div class="opening-heading" tabindex={-1} autofocus={!hasErrors}>
      <PageHeading {...heading} />
    </div>
  )
}
