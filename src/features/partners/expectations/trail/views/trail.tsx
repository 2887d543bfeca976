import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { shortNames } from '../../../../directory/index.ts'
import type { Step } from '../queries.ts'

interface TrailProps {
  steps: readonly Step[]
}

/** Every step: what was done, for which organisation, by whom and when; for those concerned alone. */
export function Trail({ steps }: TrailProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="steps" title={t('partners.trail.title')}>
      <DataTable
        caption={t('partners.trail.title')}
        captionHidden
        rows={[...steps]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            label: t('partners.trail.what'),
            header: true,
            cell: ({ verb }) => t(`partners.step.${verb}`),
          },
          {
            key: 'organisation',
            label: t('partners.trail.organisation'),
            cell: ({ organisation }) =>
              organisation === null ? '–' : chooseName(shortNames(organisation), reader.language).text,
          },
          { key: 'who', label: t('partners.trail.who'), cell: ({ personName }) => personName ?? '–' },
          {
            key: 'when',
            label: t('partners.trail.when'),
            cell: ({ happenedAt }) => <Moment at={happenedAt} />,
          },
        ]}
      />
      <p class="quiet">{t('partners.trail.note')}</p>
    </Section>
  )
}
