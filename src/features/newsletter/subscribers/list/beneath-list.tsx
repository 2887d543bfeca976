import type { ComponentChildren } from 'preact'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'

interface BeneathListProps {
  network: { slug: string }
  lead?: string
  children: ComponentChildren
}

/** The heading of a page below the list of readers, with the way back. */
export function BeneathList({ network, lead, children }: BeneathListProps) {
  const reader = useReader()
  return (
    <PageHeading
      kicker={<a href={paths.list(reader, network.slug)}>{reader.t('newsletter.subscribers.list')}</a>}
      lead={lead}
    >
      {children}
    </PageHeading>
  )
}
