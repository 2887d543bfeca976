import type { Reader } from '../../../../platform/i18n/reader.ts'
import { troubleWords } from '../../../../platform/reading/reading-words.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { paths } from '../../paths.ts'
import type { ImportedText } from '../queries.ts'
import { troubleOf } from '../trouble.ts'

interface ImportsPageProps {
  reader: Reader
  network: string
  texts: readonly ImportedText[]
}

/** What was imported into a network, by whom, and how far it has been decided on. */
export function ImportsPage({ reader, network, texts }: ImportsPageProps) {
  const { t } = reader
  const start = (
    <a class="button primary" href={paths.newImport(reader, network)}>
      {t('imports.text.new.title')}
    </a>
  )
  return (
    <>
      <PageHeading lead={t('imports.text.page.lead')} actions={texts.length === 0 ? undefined : start}>
        {t('imports.text.page.title')}
      </PageHeading>
      {texts.length === 0 ? (
        <EmptyState title={t('imports.text.page.empty')} why={t('imports.text.page.emptyWhy')} next={start} />
      ) : (
        <DataTable
          reader={reader}
          caption={t('imports.text.page.title')}
          captionHidden
          rows={[...texts]}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'text',
              label: t('imports.text.page.text'),
              header: true,
              wide: true,
              cell: (text) => (
                <a
                  href={paths.text(reader, network, text.id)}
                  {...(text.title === '' ? {} : languageAttributes(reader, text.language ?? 'fr'))}
                >
                  {text.title || text.fileName}
                </a>
              ),
            },
            { key: 'state', label: t('imports.text.page.state'), cell: (text) => stateWords(reader, text) },
            {
              key: 'made',
              label: t('imports.text.page.made'),
              cell: ({ madeBy, madeAt }) => (
                <>
                  {madeBy ?? t('imports.text.fact.somebody')}, <Moment reader={reader} at={madeAt} />
                </>
              ),
            },
          ]}
        />
      )}
    </>
  )
}

function stateWords({ t }: Reader, text: ImportedText): string {
  const trouble = troubleOf(text)
  if (text.takenBackAt !== null) return t('imports.text.state.takenBack')
  if (trouble) return troubleWords(t, trouble)
  if (text.readAt === null) return t('imports.text.state.reading')
  if (text.facts === 0) return t('imports.text.state.nothing')
  if (text.decided === text.facts) return t('imports.text.state.done', { count: text.accepted })
  return t('imports.text.review.progress', { done: text.decided, all: text.facts })
}
