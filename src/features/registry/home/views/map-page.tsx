import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { StatusLegend } from '../../../../ui/tie/status-mark.tsx'

interface MapPageProps {
  reader: Reader
  /** How many ties the map shows, and of how many. */
  shown: number
  count: number
  children: ComponentChildren
}

/** The map alone, with what its lines mean. */
export function MapPage({ reader, shown, count, children }: MapPageProps) {
  return (
    <>
      <PageHeading>{reader.t('registry.map.title')}</PageHeading>
      <StatusLegend reader={reader} />
      {children}
      {count > shown ? <p class="quiet">{reader.t('registry.home.mappedFirst', { shown, count })}</p> : null}
    </>
  )
}
