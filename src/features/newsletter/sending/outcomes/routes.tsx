import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { writeCsv } from '../../../../platform/documents/csv.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { mostPages, readPageNumber } from '../../../../platform/input/page-number.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { readSendingRequest, type SendingRequest } from '../call.ts'
import { noteSending } from '../commands.ts'
import { findReport } from '../reports/queries.ts'
import { readOutcomeFilter } from './filter.ts'
import { outcomeColumns, outcomeRow } from './outcome-table.ts'
import { countOutcomes, listAllOutcomes, listOutcomes } from './queries.ts'
import { OutcomesPage } from './views/outcomes-page.tsx'

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
