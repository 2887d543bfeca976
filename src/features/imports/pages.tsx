import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { troubleWords } from '../../platform/reading/text-unreadable.ts'
import { EmptyState } from '../../ui/blocks/empty-state.tsx'
import { useReader } from '../../ui/reader.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { languageAttributes } from '../../ui/text/language-attributes.ts'
import { Moment } from '../../ui/text/moment.tsx'
import { type Network, renderNetworkPage } from '../networks/index.ts'
import { addCalendarRoutes } from './calendars/pages.tsx'
import { renderNewImport } from './frame.tsx'
import { importsPaths, paths } from './paths.ts'
import { addTableRoutes, showTable } from './tables/pages.tsx'
import { listImports, type TableImport } from './tables/records/queries.ts'
import { TableList, Templates } from './tables/views/table-list.tsx'
import { addTextRoutes } from './texts/pages.tsx'
import { type ImportedText, listTexts, lookUpText } from './texts/queries.ts'
import { loadImportRequest } from './texts/request.ts'
import { showReview } from './texts/review/pages.tsx'
import { textTrouble } from './texts/trouble.ts'

const mostListed = 200

/** Everything that a group imports: one list, one page to begin on, and one address for each text or table. */
export function addImportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports'
  pages.get(place, loadImportRequest, async (visit) => {
    const { reader, network, writing } = visit
    return renderNetworkPage(visit, {
      title: reader.t('imports.list.title'),
      description: reader.t('imports.list.lead'),
      path: '/imports',
      noindex: true,
      width: 'wide',
      children: (
        <ImportsPage
          network={network}
          texts={await listTexts(writing, network.id, mostListed)}
          tables={await listImports(writing, network.id, mostListed)}
        />
      ),
    })
  })
  pages.get(`${place}/new`, loadImportRequest, renderNewImport)
  pages.get(`${place}/:id`, loadImportRequest, async (visit) => {
    const { request, writing, network } = visit
    const text = await lookUpText(writing, network.id, parameterOf(request.params, 'id') ?? '')
    return text ? showReview({ ...visit, text }) : showTable(visit)
  })
  addTableRoutes(app, application)
  addTextRoutes(app, application)
  addCalendarRoutes(app, application)
}

interface ImportsPageProps {
  network: Network
  texts: readonly ImportedText[]
  tables: TableImport[]
}

/** What a group has imported, texts and tables, with a link to another import. */
function ImportsPage({ network, texts, tables }: ImportsPageProps) {
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

interface TextListProps {
  network: string
  texts: readonly ImportedText[]
}

/** The texts that a group has imported, with the importer and the progress of decisions. */
function TextList({ network, texts }: TextListProps) {
  const reader = useReader()
  const { t } = reader
  if (texts.length === 0)
    return <EmptyState title={t('imports.text.page.empty')} why={t('imports.text.page.emptyWhy')} />
  return (
    <DataTable
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
            <span>
              {madeBy ?? t('imports.text.fact.somebody')}, <Moment at={madeAt} />
            </span>
          ),
        },
      ]}
    />
  )
}

function stateWords({ t }: Reader, text: ImportedText): string {
  const trouble = textTrouble(text)
  if (text.takenBackAt !== null) return t('imports.text.state.takenBack')
  if (trouble) return troubleWords(t, trouble)
  if (text.readAt === null) return t('imports.text.state.reading')
  if (text.facts === 0) return t('imports.text.state.nothing')
  if (text.accepting) return t('imports.text.accepting.progress', text.accepting)
  if (text.decided === text.facts) return t('imports.text.state.done', { count: text.accepted })
  const progress = t('imports.text.review.progress', { done: text.decided, all: text.facts })
  return text.asked === 0 ? progress : `${progress} · ${t('imports.text.left.asked', { count: text.asked })}`
}
