import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { writeCsv } from '../../../../platform/documents/csv.ts'
import { cellText } from '../../../../platform/documents/xml.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { sendFile } from '../../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { isInterfaceLanguage, languageNames } from '../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { addListPage } from '../../../../ui/table/list-page.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { momentWords } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { lettersIn } from '../../subscribers/request.ts'
import { frequencies } from '../../subscribers/subscription.ts'
import { noteSending } from '../commands.ts'
import { LocalMoment } from '../local-moment.tsx'
import { paths } from '../paths.ts'
import { findReport } from '../queries.ts'
import { loadSendingRequest, type SendingRequest } from '../request.ts'
import { outcomes, sendingTitle } from '../sending.ts'
import { outcomeFilter } from './outcome-filter.ts'
import { countOutcomes, listAllOutcomes, listOutcomes, type ReaderOutcome } from './queries.ts'

/** The outcome of each reader’s letter, for people who may know the readers; also as a table, each export of which is recorded. */
export function addOutcomeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/newsletter/sendings/:sending/readers'
  addListPage(pages, place, {
    open: loadKnowingRequest,
    filter: outcomeFilter,
    rowsAPage: 50,
    find: async ({ writing, sending }, filter, slice) => {
      const [report, total, rows] = await Promise.all([
        findReport(writing, sending),
        countOutcomes(writing, sending, filter),
        listOutcomes(writing, sending, filter, slice),
      ])
      return { countries: [...new Set(report.counts.map(({ country }) => country))], total, rows }
    },
    send: renderNetworkPage,
    head: ({ reader, sending }) => ({
      title: reader.t('newsletter.sending.readers'),
      description: reader.t('newsletter.sending.readers'),
      path: `/newsletter/sendings/${sending.id}/readers`,
      noindex: true,
      width: 'wide',
    }),
    address: ({ reader, network, sending }, parameters) =>
      paths.readers(reader, network.slug, sending.id, parameters),
    filters: ({ reader, reader: { t }, network, sending, countries }) => ({
      action: paths.readers(reader, network.slug, sending.id),
      told: [],
      fields: [
        { name: 'q', label: t('newsletter.sending.search') },
        {
          name: 'outcome',
          label: t('newsletter.sending.outcome'),
          codes: outcomes,
          word: (code) => t(`newsletter.sending.outcome.${code}`, { count: 2 }),
        },
        {
          name: 'language',
          label: t('newsletter.subscribers.language'),
          options: lettersIn(network).map((value) => ({ value, label: languageNames[value] })),
        },
        {
          name: 'country',
          label: t('newsletter.sending.country'),
          codes: countries,
          word: (code) => countryName(reader, code),
        },
      ],
    }),
    rows: ({ rows }) => <OutcomeTable found={rows} />,
    empty: ({ reader, network, sending }) => ({
      title: reader.t('newsletter.sending.noReaders'),
      next: (
        <a href={paths.readers(reader, network.slug, sending.id)}>
          {reader.t('newsletter.sending.allReaders')}
        </a>
      ),
    }),
    render: ({ reader, network, sending, parameters }, filters, results) => (
      <>
        <PageHeading
          kicker={
            <a href={paths.sending(reader, network.slug, sending.id)}>{sendingTitle(reader, sending)}</a>
          }
          actions={(['csv', 'xlsx'] as const).map((format) => (
            <a
              key={format}
              class="button"
              href={paths.table(reader, network.slug, sending.id, format, parameters)}
            >
              {reader.t(`newsletter.sending.table.${format}`)}
            </a>
          ))}
        >
          {reader.t('newsletter.sending.readers')}
        </PageHeading>
        {filters}
        {results}
      </>
    ),
  })
  for (const format of ['csv', 'xlsx'] as const)
    pages.get(
      `${place}.${format}`,
      loadKnowingRequest,
      async ({ request, reply, writing, reader, network, sending }) => {
        const filter = outcomeFilter.read(request.query)
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
        const told = sending.issueNumber ?? sending.season
        return sendFile(reply, `${network.slug}-newsletter-${told}.${format}`, bytes)
      },
    )
}

async function loadKnowingRequest(visit: Visit): Promise<SendingRequest> {
  const loaded = await loadSendingRequest(visit)
  return mayKeepSubscribers(loaded.writing.actor, loaded.network.id) ? loaded : notFound('readers')
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

interface OutcomeColumn {
  title: string
  width: number
  cell(outcome: ReaderOutcome): string
}

/** The columns of readers’ outcomes, in the language of the person who exports them. */
function outcomeColumns(reader: Reader): OutcomeColumn[] {
  const { t } = reader
  return [
    { title: t('newsletter.subscribers.address'), width: 36, cell: ({ address }) => address },
    {
      title: t('newsletter.subscribers.language'),
      width: 12,
      cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
    },
    {
      title: t('newsletter.sending.country'),
      width: 22,
      cell: ({ country }) => countryName(reader, country),
    },
    {
      title: t('newsletter.subscribers.frequency'),
      width: 30,
      cell: ({ frequency }) => {
        const known = frequencies.find((each) => each === frequency)
        return known ? t(`newsletter.subscribers.frequency.${known}`) : frequency
      },
    },
    {
      title: t('newsletter.sending.outcome'),
      width: 24,
      cell: ({ outcome }) => t(`newsletter.sending.outcome.${outcome}`, { count: 1 }),
    },
    {
      title: t('newsletter.sending.when'),
      width: 24,
      cell: ({ endedAt, dueAt }) => {
        const at = endedAt ?? dueAt
        return at === null ? '' : momentWords(reader, at)
      },
    },
    { title: t('newsletter.sending.words'), width: 50, cell: ({ words }) => words ?? '' },
  ]
}

/** One reader as a row of texts that no table program runs as formulas. */
function outcomeRow(columns: readonly OutcomeColumn[], outcome: ReaderOutcome): string[] {
  return columns.map(({ cell }) => cellText(cell(outcome)))
}
