import type { ComponentChildren } from 'preact'
import { PageHeading } from '../../../ui/text/headings.tsx'

interface WorkHeadingProps {
  /** The page to which the heading leads back. */
  back: { href: string; label: ComponentChildren }
  lead?: ComponentChildren
  children: ComponentChildren
}

/** The heading of a work page of a meeting, with the way back. */
export function WorkHeading({ back, lead, children }: WorkHeadingProps) {
  return (
    <PageHeading kicker={<a href={back.href}>{back.label}</a>} lead={lead}>
      {children}
    </PageHeading>
  )
}
