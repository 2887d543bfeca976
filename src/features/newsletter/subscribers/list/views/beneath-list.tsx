import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

interface BeneathListProps {
  reader: Reader
  network: { slug: string }
  lead?: string
  children: ComponentChildren
}

/** The heading of a page beneath the list of readers, with the way back. */
export function BeneathList({ reader, network, lead, children }: BeneathListProps) {
  return (
    <PageHeading
      kicker={<a href={paths.list(reader, network.slug)}>{reader.t('newsletter.subscribers.list')}</a>}
      lead={lead}
    >
      {children}
    </PageHeading>
  )
}
