import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { writeCsv } from '../../../platform/documents/csv.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { readForm, readValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { Shown } from '../../../platform/records/record-part.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage, keptByNetwork, readWritingRequest } from '../../networks/index.ts'
import { drawPartnersPage } from '../page.tsx'
import { maySpeakFor } from '../policy.ts'
import { findCounted, type LedgerRequest, readLedgerRequest } from './call.ts'
import { countVisits } from './counts/commands.ts'
import { lineOf, lineOfTie, linesByYear } from './ledger.ts'
import { tableHead, tableRows } from './ledger-table.ts'
import { paths } from './paths.ts'
import { visitCountForm } from './schema.ts'
import { tieWords } from './tie-words.ts'
import { type ComparedTie, findComparedTie, listComparedTies } from './ties/queries.ts'
import { LedgerPage } from './views/ledger-page.tsx'
import { TieLedgerPage } from './views/tie-ledger-page.tsx'
import { listVisits } from './visits/queries.ts'

/** What each side does for the other: of a network, of one tie, and as a table. */
export function addReciprocityRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/reciprocity'
  app.get(place, { config: { kept: keptByNetwork(['sides', 'now']) } }, async (request, reply) =>
    showLedger(application, request, reply),
  )
  app.get(`${place}.csv`, { config: { rateLimit: rarely } }, async (request, reply) =>
    sendTable(application, request, reply),
  )
  app.get(`${place}/:slug`, { config: { kept: keptByNetwork(['done', 'now']) } }, async (request, reply) => {
    const asked = await readLedgerRequest(application, request)
    const tie = await findComparedTie(
      asked.context,
      asked.network.id,
      parameterOf(request.params, 'slug') ?? '',
    )
    return showTie(application, request, reply, asked, tie)
  })
  app.post(`${place}/:slug/visits`, neverKept, async (request, reply) => {
    const { writing, network } = await readWritingRequest(application, request)
    const asked = await readLedgerRequest(application, request)
    const tie = await findComparedTie(writing, network.id, parameterOf(request.params, 'slug') ?? '')
    if (!mayCount(asked, tie)) notFound('visits')
    const visits = await listVisits(writing, network.id, tie.id)
    const form = readForm(visitCountForm(visits.map(({ id }) => id)), readValues(request.body))
    if (!form.valid) return showTie(application, request, reply, asked, tie, form)
    const partyIds = tie.parties.map(({ id }) => id)
    await countVisits(
      writing,
      { networkId: network.id, eventId: form.data.event, partyIds },
      form.data.visits,
    )
    return reply.redirect(
      `${paths.ofTie({ ...asked.reader, now: null }, network.slug, tie.slug)}?done=saved`,
      303,
    )
  })
}

// All of a network is read for it.
const rarely = { max: 30, timeWindow: '1 minute' }

async function showLedger(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await readLedgerRequest(application, request)
  const { context, reader, network, pair, pairs } = asked
  const counted = await findCounted(context, network)
  const ties = await listTiesBetween(asked)
  return drawPartnersPage(application, request, reply, asked, {
    title: reader.t('partners.reciprocity.title'),
    description: reader.t('partners.reciprocity.lead'),
    path: '/reciprocity',
    width: 'wide',
    children: (
      <LedgerPage
        reader={reader}
        network={network.slug}
        pair={pair}
        pairs={pairs}
        lines={ties.map((tie) => ({ tie, line: lineOfTie(tie, pair, counted) }))}
        group={lineOf(pair, counted)}
        years={linesByYear(pair, counted.visits)}
      />
    ),
  })
}

async function showTie(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: LedgerRequest,
  tie: ComparedTie,
  typed?: Shown,
): Promise<FastifyReply> {
  const { context, reader, network, pair } = asked
  const counted = await findCounted(context, network, tie.id)
  return drawNetworkPage(application, request, typed ? reply.code(422) : reply, asked, {
    title: reader.t('partners.reciprocity.ofTie', { tie: tieWords(reader, tie) }),
    description: reader.t('partners.reciprocity.lead'),
    path: `/reciprocity/${tie.slug}`,
    children: (
      <TieLedgerPage
        reader={reader}
        network={network.slug}
        tie={tie}
        pair={pair}
        line={lineOfTie(tie, pair, counted)}
        years={linesByYear(pair, counted.visits)}
        visits={counted.visits}
        counting={mayCount(asked, tie) ? (typed ?? { values: {}, errors: [] }) : null}
        isSaved={parameterOf(request.query, 'done') === 'saved'}
      />
    ),
  })
}

async function sendTable(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await readLedgerRequest(application, request)
  const { context, reader, network, pair } = asked
  const counted = await findCounted(context, network)
  const ties = await listTiesBetween(asked)
  const rows = async function* () {
    for (const tie of ties)
      yield tableRows(reader, pair, {
        tie,
        line: lineOfTie(tie, pair, counted),
        visits: counted.visits,
      })
  }
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${network.slug}-reciprocity.csv"`)
    .header('cache-control', 'private, no-store')
    .send(
      Readable.from(writeCsv(tableHead(reader, pair), rows(), reader.interfaceLanguage), {
        objectMode: false,
      }),
    )
}

async function listTiesBetween({ context, network, pair }: LedgerRequest): Promise<ComparedTie[]> {
  const ties = await listComparedTies(context, network.id)
  return ties.filter(({ parties }) =>
    pair.every((country) => parties.some((each) => each.country === country)),
  )
}

function mayCount({ context, network }: LedgerRequest, { parties }: ComparedTie): boolean {
  return parties.some(({ id }) => maySpeakFor(context.actor, { networkId: network.id, organisationId: id }))
}
