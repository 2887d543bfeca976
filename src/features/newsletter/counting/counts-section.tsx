import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import type { Count } from './queries.ts'

interface CountsSectionProps {
  counts: readonly Count[]
}

/** How often a letter was opened and its links followed, and how reliable these figures are. */
export function CountsSection({ counts }: CountsSectionProps) {
  const reader = useReader()
  const { t } = reader
  if (counts.length === 0) return null
  const openings = counts.find(({ address }) => address === null)?.times ?? 0
  const links = counts.flatMap(({ address, times }) => (address === null ? [] : [{ address, times }]))
  const number = numberFormatter(reader.interfaceLanguage, {})
  return (
    <Section id="counts" title={t('newsletter.counting.counts')}>
      <p>{t('newsletter.counting.openings', { count: openings })}</p>
      <p class="form-note">{t('newsletter.counting.openingsNote')}</p>
      <DataTable<{ address: string; times: number }>
        caption={t('newsletter.counting.links')}
        rows={links}
        rowKey={({ address }) => address}
        columns={[
          {
            key: 'address',
            label: t('newsletter.counting.link'),
            header: true,
            wide: true,
            cell: ({ address }) => <a href={address}>{address}</a>,
          },
          {
            key: 'times',
            label: t('newsletter.counting.times'),
            numeric: true,
            cell: ({ times }) => number.format(times),
          },
        ]}
      />
      <p class="form-note">{t('newsletter.counting.linksNote')}</p>
    </Section>
  )
}
