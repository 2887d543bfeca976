import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { writeCsv } from '../../../../platform/documents/csv.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { isInterfaceLanguage, languageNames } from '../../../../platform/i18n/languages.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Filters } from '../../../../ui/table/filters.tsx'
import { Pagination, ResultCount } from '../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import { drawNetworkPage, type Network } from '../../../networks/index.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { lettersIn } from '../../subscribers/call.ts'
import { readSendingRequest, type SendingRequest } from '../call.ts'
import { noteSending } from '../commands.ts'
import { paths } from '../paths.ts'
import { findReport } from '../reports.queries.ts'
import { outcomes, type Sending } from '../sending.ts'
import { LocalMoment } from '../views/local-moment.tsx'
import { sendingTitle } from '../views/sending-title.ts'
import { type OutcomeFilter, outcomeParameters, readOutcomeFilter } from './filter.ts'
import { outcomeColumns, outcomeRow } from './outcome-table.ts'
import { countOutcomes, listAllOutcomes, listOutcomes, type ReaderOutcome } from './queries.ts'

const readersAPage = 50
const media = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** What became of the letter of each reader, for those who may know who reads; as a table, each time written down. */
export function addOutcomeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/newsletter/sendings/:sending/readers'
  pages.get(place, show)
  for (const format of ['csv', 'xlsx'] as const)
    pages.get(
      `${place}.${format}`,
      readKnowingRequest,
      async ({ request, reply, writing, reader, network, sending }) => {
        const filter = readOutcomeFilter(request.query)
        await inTransaction(writing, (inside) => noteSending(inside, sending, 'exported-readers'))
        const columns = outcomeColumns(reader)
        const slices = async function* () {
          for await (const found of listAllOutcomes(writing, sending, filter))
            yield found.map((each) => outcomeRow(columns, each))
        }
        const bytes =
          format === 'csv'
            ? writeCsv(
                columns.map(({ title }) => title),
                slices(),
                reader.interfaceLanguage,
              )
            : writeXlsx([{ name: reader.t('newsletter.subscribers.sheet'), columns, slices }])
        return reply
          .type(media[format])
          .header(
            'content-disposition',
            `attachment; filename="${network.slug}-newsletter-${sending.issueNumber ?? sending.season}.${format}"`,
          )
          .send(Readable.from(bytes, { objectMode: false }))
      },
    )
}

async function readKnowingRequest(visit: Visit): Promise<SendingRequest> {
  const asked = await readSendingRequest(visit)
  return mayKeepSubscribers(asked.writing.actor, asked.network.id) ? asked : notFound('readers')
}

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readKnowingRequest(visit)
  const { writing, reader, network, sending } = asked
  const filter = readOutcomeFilter(request.query)
  const page = readPageNumber(request.query)
  const offset = (page - 1) * readersAPage
  const [report, total, found] = await Promise.all([
    findReport(writing, sending),
    countOutcomes(writing, sending, filter),
    listOutcomes(writing, sending, filter, { limit: readersAPage, offset }),
  ])
  return drawNetworkPage(asked, {
    title: reader.t('newsletter.sending.readers'),
    description: reader.t('newsletter.sending.readers'),
    path: `/newsletter/sendings/${sending.id}/readers`,
    noindex: true,
    width: 'wide',
    children: (
      <OutcomesPage
        network={network}
        sending={sending}
        filter={filter}
        countries={[...new Set(report.counts.map(({ country }) => country))]}
        found={found}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / readersAPage)))}
        first={offset + 1}
      />
    ),
  })
}

interface OutcomesPageProps {
  network: Network
  sending: Sending
  filter: OutcomeFilter
  /** In which its readers read. */
  countries: readonly string[]
  found: ReaderOutcome[]
  total: number
  page: number
  pages: number
  first: number
}

/** What became of the letter of each reader, with what their mail server said. */
function OutcomesPage(props: OutcomesPageProps) {
  const reader = useReader()
  const { network, sending, filter, found, total } = props
  const { t } = reader
  const parameters = outcomeParameters(filter)
  const href = (more: Record<string, string | undefined>) =>
    paths.readers(reader, network.slug, sending.id, { ...parameters, ...more })
  const back = paths.sending(reader, network.slug, sending.id)
  return (
    <>
      <PageHeading
        kicker={<a href={back}>{sendingTitle(reader, sending)}</a>}
        actions={(['csv', 'xlsx'] as const).map((format) => (
          <a
            key={format}
            class="button"
            href={paths.table(reader, network.slug, sending.id, format, parameters)}
          >
            {t(`newsletter.sending.table.${format}`)}
          </a>
        ))}
      >
        {t('newsletter.sending.readers')}
      </PageHeading>
      <OutcomeFilters {...props} />
      {found.length === 0 ? (
        <EmptyState
          title={t('newsletter.sending.noReaders')}
          next={
            <a href={paths.readers(reader, network.slug, sending.id)}>{t('newsletter.sending.allReaders')}</a>
          }
        />
      ) : (
        <>
          <ResultCount total={total} first={props.first} last={props.first + found.length - 1} />
          <OutcomeTable found={found} />
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => href({ page: page === 1 ? undefined : String(page) })}
          />
        </>
      )}
    </>
  )
}

function OutcomeFilters({ network, sending, filter, countries }: OutcomesPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Filters
      action={paths.readers(reader, network.slug, sending.id)}
      fields={[
        { type: 'search', name: 'q', label: t('newsletter.sending.search'), value: filter.words },
        {
          type: 'select',
          name: 'outcome',
          label: t('newsletter.sending.outcome'),
          value: filter.outcome ?? '',
          options: outcomes.map((value) => ({
            value,
            label: t(`newsletter.sending.outcome.${value}`, { count: 2 }),
          })),
        },
        {
          type: 'select',
          name: 'language',
          label: t('newsletter.subscribers.language'),
          value: filter.language ?? '',
          options: lettersIn(network).map((value) => ({ value, label: languageNames[value] })),
        },
        {
          type: 'select',
          name: 'country',
          label: t('newsletter.sending.country'),
          value: filter.country ?? '',
          options: countries.map((value) => ({ value, label: countryName(reader, value) })),
        },
      ]}
    />
  )
}

function OutcomeTable({ found }: { found: ReaderOutcome[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable<ReaderOutcome>
      caption={t('newsletter.sending.readers')}
      captionHidden
      rows={found}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'address',
          label: t('newsletter.subscribers.address'),
          header: true,
          wide: true,
          cell: ({ address }) => <bdi>{address || t('newsletter.sending.noAddress')}</bdi>,
        },
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
        },
        {
          key: 'country',
          label: t('newsletter.sending.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'outcome',
          label: t('newsletter.sending.outcome'),
          cell: ({ outcome }) => t(`newsletter.sending.outcome.${outcome}`, { count: 1 }),
        },
        {
          key: 'when',
          label: t('newsletter.sending.when'),
          cell: ({ endedAt, dueAt, country }) => {
            const at = endedAt ?? dueAt
            return at === null ? '–' : <LocalMoment country={country} at={at} />
          },
        },
        {
          key: 'words',
          label: t('newsletter.sending.words'),
          cell: ({ words }) => (words === null ? '–' : <bdi>{words}</bdi>),
        },
      ]}
    />
  )
}
