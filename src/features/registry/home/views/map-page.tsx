import type { ComponentChildren } from 'preact'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { StatusLegend } from '../../../../ui/tie/status-mark.tsx'
import type { TieStatus } from '../../../../ui/tie/tie-status.ts'

interface MapPageProps {
  /** States of the ties that the map shows. */
  statuses: TieStatus[]
  /** How many authorities that look for a partner it shows, and of how many. */
  seeking: { shown: number; count: number }
  /** How many ties the map shows, and of how many. */
  shown: number
  count: number
  children: ComponentChildren
}

/** The map alone, with what its lines mean. */
export function MapPage({ statuses, seeking, shown, count, children }: MapPageProps) {
  const reader = useReader()
  return (
    <>
      <PageHeading>{reader.t('registry.map.title')}</PageHeading>
      <StatusLegend statuses={statuses} seeking={seeking.shown > 0} />
      {children}
      {count > shown ? <p class="quiet">{reader.t('registry.home.mappedFirst', { shown, count })}</p> : null}
      {seeking.count > seeking.shown ? (
        <p class="quiet">{reader.t('registry.home.lookingFirst', seeking)}</p>
      ) : null}
    </>
  )
}
