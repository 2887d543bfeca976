import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { writeCsv } from '../../../platform/documents/csv.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FormState, says } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { Tabs } from '../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { countryName } from '../../directory/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { cachedByNetwork, renderNetworkPage } from '../../networks/index.ts'
import { maySpeakFor } from '../policy.ts'
import { countVisits } from './counts.commands.ts'
import { type LedgerLine, lineOf, lineOfTie, linesByYear, type YearLine } from './ledger.ts'
import { isEmptyLine, ledgerColumns, tableHead, tableRows, tieWords } from './ledger-columns.ts'
import { paths } from './paths.ts'
import { type ComparedTie, findComparedTie, listComparedTies, listVisits } from './queries.ts'
import { findCounted, type LedgerRequest, loadLedgerRequest } from './request.ts'
import { TieLedgerPage } from './views/tie-ledger-page.tsx'
import { Count, CountedNotes, YearTable } from './views/year-table.tsx'

/** What each side does for the other: of a network, of one tie, and as a table. */
export function addReciprocityRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['sides', 'now']) } })
  const place = '/:language/:network/reciprocity'
  pages.get(place, showLedger)
  pages.with(limits.downloads).get(`${place}.csv`, sendTable)
  pages
    .with({ config: { kept: cachedByNetwork(['done', 'now']) } })
    .get(`${place}/:slug`, loadLedgerRequest, async (visit) => {
      const { request } = visit
      const tie = await findComparedTie(
        visit.context,
        visit.network.id,
        parameterOf(request.params, 'slug') ?? '',
      )
      return showTie(visit, tie)
    })
  addNetworkAction(pages.with(noStore), `${place}/:slug/visits`, {
    open: loadCountingRequest,
    schema: ({ visits }) => visitCountForm(visits.map(({ id }) => id)),
    again: (visit, form) => showTie(visit, visit.tie, form),
    save: async ({ writing, reader, network, tie }, { event, visits }) => {
      const partyIds = tie.parties.map(({ id }) => id)
      await countVisits(writing, { networkId: network.id, eventId: event, partyIds }, visits)
      return `${paths.ofTie({ ...reader, now: null }, network.slug, tie.slug)}?done=saved`
    },
  })
}

async function showLedger(visit: Visit): Promise<FastifyReply> {
  const loaded = await loadLedgerRequest(visit)
  const { context, reader, network, pair, pairs } = loaded
  const counted = await findCounted(context, network)
  const ties = await listTiesBetween(loaded)
  return renderNetworkPage(loaded, {
    title: reader.t('partners.reciprocity.title'),
    description: reader.t('partners.reciprocity.lead'),
    path: '/reciprocity',
    width: 'wide',
    children: (
      <LedgerPage
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

// Loads the request for people who may say for how many visits an event of the tie counts.
async function loadCountingRequest(visit: Visit) {
  const loaded = await loadLedgerRequest(visit)
  const { request, writing, network } = loaded
  const tie = await findComparedTie(writing, network.id, parameterOf(request.params, 'slug') ?? '')
  if (!mayCount(loaded, tie)) notFound('visits')
  return { ...loaded, tie, visits: await listVisits(writing, network.id, tie.id) }
}

async function showTie(
  visit: LedgerRequest,
  tie: ComparedTie,
  typed: FormState = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { request, context, reader, network, pair } = visit
  const counted = await findCounted(context, network, tie.id)
  return renderNetworkPage(visit, {
    title: reader.t('partners.reciprocity.ofTie', { tie: tieWords(reader, tie) }),
    description: reader.t('partners.reciprocity.lead'),
    path: `/reciprocity/${tie.slug}`,
    children: (
      <TieLedgerPage
        network={network.slug}
        tie={tie}
        pair={pair}
        line={lineOfTie(tie, pair, counted)}
        years={linesByYear(pair, counted.visits)}
        visits={counted.visits}
        counting={mayCount(visit, tie) ? typed : null}
        isSaved={parameterOf(request.query, 'done') === 'saved'}
      />
    ),
  })
}

async function sendTable(visit: Visit): Promise<FastifyReply> {
  const { reply } = visit
  const loaded = await loadLedgerRequest(visit)
  const { context, reader, network, pair } = loaded
  const counted = await findCounted(context, network)
  const ties = await listTiesBetween(loaded)
  const rows = async function* () {
    for (const tie of ties)
      yield tableRows(reader, pair, {
        tie,
        line: lineOfTie(tie, pair, counted),
        visits: counted.visits,
      })
  }
  return sendFile(
    reply.header('cache-control', 'private, no-store'),
    `${network.slug}-reciprocity.csv`,
    writeCsv(tableHead(reader, pair), rows(), reader.interfaceLanguage),
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

type Pair = readonly [string, string]

interface LedgerPageProps {
  network: string
  pair: Pair
  pairs: readonly Pair[]
  /** The ties with what is counted of each. */
  lines: readonly { tie: ComparedTie; line: LedgerLine }[]
  /** All of it together: what concerns two ties counts once. */
  group: LedgerLine
  years: readonly YearLine[]
}

/** What each side does for the other, tie by tie and year by year. */
function LedgerPage(props: LedgerPageProps) {
  const reader = useReader()
  const { network, pair, pairs, lines, years } = props
  const { t } = reader
  const sides = pairs.length > 1 ? { sides: pair.join('-') } : {}
  return (
    <>
      <PageHeading
        lead={t('partners.reciprocity.lead')}
        actions={
          <>
            <a class="button" href={paths.table(reader, network, sides)} download>
              {t('partners.reciprocity.csv')}
            </a>{' '}
            <PrintButton />
          </>
        }
      >
        {t('partners.reciprocity.title')}
      </PageHeading>
      {pairs.length > 1 ? (
        <Tabs
          tabs={pairs.map((each) => ({
            label: each.map((country) => countryName(reader, country)).join(' – '),
            href: paths.ledger(reader, network, { sides: each.join('-') }),
            current: each === pair,
          }))}
        />
      ) : null}
      <Section id="ties" title={t('partners.reciprocity.byTie')}>
        {lines.length === 0 ? (
          <EmptyState title={t('partners.reciprocity.empty')} why={t('partners.reciprocity.emptyWhy')} />
        ) : (
          <TieTable {...props} />
        )}
      </Section>
      {years.length === 0 ? null : (
        <Section id="years" title={t('partners.reciprocity.byYear')}>
          <YearTable pair={pair} years={years} />
        </Section>
      )}
      <CountedNotes />
    </>
  )
}

interface Row {
  key: string
  tie: ComparedTie | null
  line: LedgerLine
}

function TieTable({ network, pair, lines, group }: LedgerPageProps) {
  const reader = useReader()
  const { t } = reader
  const rows: Row[] = [
    ...lines.map(({ tie, line }) => ({ key: tie.id, tie, line })),
    { key: 'group', tie: null, line: group },
  ]
  return (
    <div class="ledger ledger-each">
      <DataTable
        caption={t('partners.reciprocity.byTie')}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'tie',
            label: t('partners.reciprocity.tie'),
            header: true,
            cell: ({ tie, line }) =>
              tie === null ? (
                <>
                  <strong>{t('partners.reciprocity.group')}</strong>{' '}
                  <span class="quiet">{t('partners.reciprocity.groupHint')}</span>
                </>
              ) : (
                <>
                  <a href={paths.ofTie(reader, network, tie.slug)}>{tieWords(reader, tie)}</a>
                  {isEmptyLine(line) ? (
                    <span class="ledger-none quiet"> {t('partners.reciprocity.none')}</span>
                  ) : null}
                </>
              ),
          },
          ...ledgerColumns(reader, pair).map(({ key, label, value, part }) => ({
            key,
            label,
            numeric: true,
            cell: ({ line }: Row) => <Count value={value(line)} part={part?.(line) ?? 0} />,
          })),
        ]}
      />
    </div>
  )
}

/** The form that says for how many visits an event of a tie counts. */
function visitCountForm(eventIds: readonly string[]) {
  return z.object({
    event: z.string().refine((id) => eventIds.includes(id)),
    visits: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}$/, says('partners.error.visits'))
      .transform(Number),
  })
}
