import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import type { Network } from '../../networks/index.ts'
import { importsPaths } from '../paths.ts'
import type { TableImport } from '../tables/records/queries.ts'
import { TableList, Templates } from '../tables/views/table-list.tsx'
import type { ImportedText } from '../texts/queries.ts'
import { TextList } from '../texts/views/text-list.tsx'

interface ImportsPageProps {
  network: Network
  texts: readonly ImportedText[]
  tables: TableImport[]
}

/** What a group has imported, texts and tables, and the way to another import. */
export function ImportsPage({ network, texts, tables }: ImportsPageProps) {
  const reader = useReader()
  const { t } = reader
  const begin = (
    <a class="button primary" href={importsPaths.adding(reader, network.slug)}>
      {t('imports.begin.title')}
    </a>
  )
  const isEmpty = texts.length + tables.length === 0
  return (
    <>
      <PageHeading lead={t('imports.list.lead')} actions={isEmpty ? undefined : begin}>
        {t('imports.list.title')}
      </PageHeading>
      {isEmpty ? (
        <EmptyState title={t('imports.list.nothing')} why={t('imports.text.page.emptyWhy')} next={begin} />
      ) : (
        <>
          <Section id="texts" title={t('imports.text.page.title')}>
            <TextList network={network.slug} texts={texts} />
          </Section>
          <Section id="tables" title={t('imports.list.tables')}>
            <TableList network={network} imports={tables} />
          </Section>
        </>
      )}
      <Templates network={network} />
    </>
  )
}
