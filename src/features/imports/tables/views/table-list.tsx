import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import type { Network } from '../../../networks/index.ts'
import { importsPaths } from '../../paths.ts'
import { tableKinds } from '../fields.ts'
import { stateInWords, stateOf } from '../import-state.ts'
import type { TableImport } from '../records/queries.ts'

interface ImportsPageProps {
  network: Network
  imports: TableImport[]
}

/** The tables that a group has imported. */
export function TableList({ network, imports }: ImportsPageProps) {
  const reader = useReader()
  const { t } = reader
  if (imports.length === 0)
    return <EmptyState title={t('imports.list.emptyTitle')} why={t('imports.list.emptyWhy')} />
  return (
    <DataTable
      caption={t('imports.list.tables')}
      captionHidden
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'file',
          label: t('imports.list.file'),
          header: true,
          wide: true,
          cell: ({ id, fileName }) => <a href={importsPaths.one(reader, network.slug, id)}>{fileName}</a>,
        },
        {
          key: 'kind',
          label: t('imports.list.kind'),
          cell: ({ mapping }) => t(`imports.kind.${mapping.kind}`),
        },
        {
          key: 'state',
          label: t('imports.list.state'),
          cell: (each) => stateInWords(reader, stateOf(each, each.rowsTotal !== null)),
        },
        {
          key: 'when',
          label: t('imports.list.when'),
          cell: ({ madeAt }) => <Moment at={madeAt} />,
        },
      ]}
    />
  )
}

/** Empty tables to begin with. */
export function Templates({ network }: Pick<ImportsPageProps, 'network'>) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="templates" title={t('imports.templates.title')}>
      <p>{t('imports.templates.lead')}</p>
      <ul class="template-list">
        {tableKinds.map((kind) => (
          <li key={kind}>
            {capitalized(t(`imports.kind.${kind}`), reader.interfaceLanguage)}
            {' — '}
            <a href={importsPaths.template(reader, network.slug, kind, 'xlsx')}>XLSX</a>
            {' · '}
            <a href={importsPaths.template(reader, network.slug, kind, 'csv')}>CSV</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
