import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import type { Network } from '../../networks/index.ts'
import type { TypedImport } from '../page.tsx'
import { importsPaths } from '../paths.ts'
import { NewTableForm } from '../tables/views/new-table-form.tsx'
import { Templates } from '../tables/views/table-list.tsx'
import { NewTextForm } from '../texts/views/new-text-form.tsx'

interface NewImportPageProps {
  network: Network
  mostBytes: number
  assistantHost: string | null
  typed: TypedImport | null
}

const untouched = { values: {}, errors: [] }

/** What an import begins with: a text, or a table. */
export function NewImportPage({ network, mostBytes, assistantHost, typed }: NewImportPageProps) {
  const reader = useReader()
  const { t } = reader
  const shown = (of: TypedImport['of']) => (typed?.of === of ? typed : untouched)
  return (
    <>
      <PageHeading
        kicker={<a href={importsPaths.list(reader, network.slug)}>{t('imports.list.title')}</a>}
        lead={t('imports.begin.lead')}
      >
        {t('imports.begin.title')}
      </PageHeading>
      <Section id="text" title={t('imports.text.new.title')}>
        <p>{t('imports.text.new.lead')}</p>
        <NewTextForm
          network={network.slug}
          mostBytes={mostBytes}
          assistantHost={assistantHost}
          form={shown('text')}
        />
      </Section>
      <Section id="table" title={t('imports.new.title')}>
        <p>{t('imports.new.lead')}</p>
        <NewTableForm network={network} mostBytes={mostBytes} form={shown('table')} />
      </Section>
      <Templates network={network} />
    </>
  )
}
