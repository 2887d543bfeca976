import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { StatusLegend } from '../../../../ui/tie/status-mark.tsx'

/** The map alone, with what its lines mean. */
export function MapPage({ reader, children }: { reader: Reader; children: ComponentChildren }) {
  return (
    <>
      <PageHeading>{reader.t('registry.map.title')}</PageHeading>
      <StatusLegend reader={reader} />
      {children}
    </>
  )
}
