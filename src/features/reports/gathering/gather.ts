import type { Context } from '../../../platform/context/context.ts'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { PartnerSearches } from '../../../platform/records/partner-searches.ts'
import type { ReportPart, ReportPeriod } from '../../../platform/records/report-part.ts'
import { holdersOf } from '../../agenda/events/index.ts'
import { listDecisions } from '../../minutes/index.ts'
import type { Network } from '../../networks/index.ts'
import { listOutcomes, openDays } from '../../outcomes/index.ts'
import { findCounted, lineOf, pairsOf } from '../../partners/index.ts'
import { activeYears, basisOf, slowYears } from '../../registry/index.ts'
import { findParity } from '../../translations/index.ts'
import { type FactBody, type FactExchange, type ReportFacts, reportFacts } from '../facts.ts'
import { readMinistries } from '../ministries/ministry-data.ts'
import { coverageOf, type GatheredTie, latest } from './coverage.ts'
import {
  type EvidenceRow,
  listAgreementRows,
  listBodies,
  listDisputeRows,
  listEvidenceRows,
  listExchangeRows,
  listHeldYears,
  listLookingBodies,
  listSourceRows,
  listTieRows,
  type OpenPeriod,
} from './queries.ts'

/** Where a report finds what other features know, and the words that it is printed in. */
export interface ReportSources {
  reportParts: readonly ReportPart[]
  partnerSearches: PartnerSearches | null
  words: ReportFacts['words']
  /** The address of the site, `https://entente.example.org`. */
  site: string
}

/** What a report is about. All days are ISO days. */
export interface ReportRequest extends ReportPeriod {
  /** The day of the group on which its records are read. */
  day: string
  /** What authorities that were asked said of their own lines; none before anybody was asked. */
  lines: readonly Omit<ReportFacts['lines'][number], 'lastKnownOn'>[]
  /** Plans and decisions that the last edition left open, by id: what became of them is told, whenever it was. */
  open?: readonly string[]
  /** Compares with the last edition the facts, whose `news` is still null. */
  news?: (facts: ReportFacts) => ReportFacts['news']
}

type ReportNetwork = Pick<Network, 'id' | 'slug' | 'name' | 'countries' | 'languages'>

/**
 * Everything that a report of a network rests on, as anybody may read it on the day and as it is at one instant: equal for equal records,
 * in whichever database, zone or process. Nothing that the schema of the facts does not name gets into them.
 */
export function gatherFacts(
  context: Context,
  network: ReportNetwork,
  sources: ReportSources,
  request: ReportRequest,
): Promise<ReportFacts> {
  const reader = { ...asAnybody(context), today: request.day }
  return inSnapshot(reader, (inside) => gather(inside, network, sources, request))
}

/** Reads all in one snapshot of the database: what an import commits meanwhile is in it whole or not at all. */
export function inSnapshot<T>(context: Context, read: (inside: Context) => Promise<T>): Promise<T> {
  if (context.database.isTransaction) return read(context)
  return context.database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((database) => read({ ...context, database }))
}

async function gather(
  context: Context,
  network: ReportNetwork,
  { reportParts, partnerSearches, words, site }: ReportSources,
  { from, to, day, lines, open = [], news }: ReportRequest,
): Promise<ReportFacts> {
  const period = { from, to }
  const evidence = Map.groupBy(await listEvidenceRows(context, network), ({ subjectId }) => subjectId)
  const ties = await gatherTies(context, network.id, evidence)
  const exchanges = await gatherExchanges(context, network.id, { ...period, open }, evidence)
  const looking = await listLookingBodies(context, network.id, partnerSearches)
  const named = { ties, exchanges, looking, lines }
  const bodies = await listBodies(context, [...namedIn(named, bodyFields)])
  const counted = await findCounted(context, network, null, period)
  const parts = []
  for (const { key, title, gather: gatherPart } of reportParts)
    parts.push({ key, title, rows: await gatherPart(context, network.id, period) })
  const facts = reportFacts.parse({
    ...named,
    layout: 1,
    network: { ...network, site },
    from,
    to,
    day,
    bodies,
    heldYears: await listHeldYears(context, network.id),
    sources: await listSourceRows(context, network.id, [...namedIn(named, ['source'])]),
    reciprocity: pairsOf(network.countries).map((countries) => ({
      countries,
      ...lineOf(countries, counted),
    })),
    decisions: await gatherDecisions(context, network.id, { ...period, open }),
    lines: linesOf(bodies, ties, lines),
    coverage: coverageOf({ network, ties, exchanges, bodies, day }),
    parity: await findParity(context, network.id),
    parts,
    news: null,
    thresholds: { activeYears, slowYears, answerDays: openDays },
    ministries: readMinistries(network.countries, day),
    words,
  })
  return { ...facts, news: news?.(facts) ?? null }
}

type EvidenceOf = ReadonlyMap<string, readonly EvidenceRow[]>

async function gatherTies(context: Context, networkId: string, evidence: EvidenceOf): Promise<GatheredTie[]> {
  const rows = await listTieRows(context, networkId)
  const agreements = Map.groupBy(await listAgreementRows(context, networkId), ({ tieId }) => tieId)
  const disputes = Map.groupBy(await listDisputeRows(context, networkId), ({ tieId }) => tieId)
  return rows.map(({ standing, ...row }) => ({
    ...row,
    ...standing,
    stated: standing.stated && { status: standing.stated.status, on: standing.stated.statedOn },
    basis: basisOf(standing),
    actors: [...new Set(row.actors)],
    agreements: (agreements.get(row.id) ?? []).map((agreement) => ({
      ...agreement,
      evidence: evidenceOf(evidence, agreement.id),
    })),
    evidence: evidenceOf(evidence, row.id),
    disputes: disputes.get(row.id) ?? [],
  }))
}

async function gatherExchanges(
  context: Context,
  networkId: string,
  period: OpenPeriod,
  evidence: EvidenceOf,
): Promise<FactExchange[]> {
  const { today } = context
  const rows = await listExchangeRows(context, networkId, period)
  const first = rows.map(({ lastDay }) => lastDay).toSorted()[0] ?? today
  const told = await listOutcomes(context, networkId, { from: first, to: today })
  const outcomes = new Map(told.map((outcome) => [outcome.eventId, outcome]))
  return rows.map(({ organisations, ...row }) => {
    const { asked, answers } = outcomes.get(row.id) ?? { asked: [], answers: [] }
    return {
      ...row,
      isUnheard: row.state === 'planned' && row.lastDay < today && answers.length === 0,
      holders: [...new Set(holdersOf(organisations))],
      asked: asked.map((each) => ({ ...each, bodyId: each.organisationId })),
      answers: answers.map((each) => ({ ...each, bodyId: each.organisationId })),
      evidence: evidenceOf(evidence, row.id),
    }
  })
}

function evidenceOf(evidence: EvidenceOf, subjectId: string): EvidenceRow[] {
  const keyOf = ({ field, source, stance, by }: EvidenceRow) => [field, source, stance, by].join(' ')
  return (evidence.get(subjectId) ?? []).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

// Those of the listed ties, and others that were asked all the same: what they said is not lost where their tie is listed no more.
function linesOf(
  bodies: readonly FactBody[],
  ties: readonly GatheredTie[],
  said: ReportRequest['lines'],
): ReportFacts['lines'] {
  const known = new Map<string, string[]>()
  for (const { listed, parties, lastKnownOn } of ties)
    for (const id of listed ? parties : []) known.set(id, [...(known.get(id) ?? []), lastKnownOn])
  const asked = new Map(said.map((line) => [line.bodyId, line]))
  const silent = { askedOn: null, answeredOn: null, stance: null, words: {} }
  return bodies
    .filter(({ id }) => known.has(id) || asked.has(id))
    .map(({ id }) => ({
      ...(asked.get(id) ?? { bodyId: id, ...silent }),
      lastKnownOn: latest(known.get(id) ?? []),
    }))
}

const bodyFields = ['parties', 'actors', 'bodies', 'holders', 'place', 'bodyId']

/** Everything that is named in fields of these names, however deep. */
function namedIn(value: unknown, fields: readonly string[], found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inside] of Object.entries(value)) {
    if (fields.includes(key))
      for (const each of [inside].flat()) if (typeof each === 'string') found.add(each)
    namedIn(inside, fields, found)
  }
  return found
}

// Those of the period, and older ones of which something is still to be done; without a meeting they have no day.
async function gatherDecisions(context: Context, networkId: string, { from, to, open: left }: OpenPeriod) {
  const decisions = await listDecisions(context, networkId)
  return decisions.flatMap(({ actions, ...decision }) => {
    const done = actions.filter((action) => action.state === 'done').length
    const dropped = actions.filter((action) => action.state === 'dropped').length
    const open = actions.length - done - dropped
    const heldOn = decision.meeting?.heldOn ?? from
    // An older one is over once all that was to be done for it is done or dropped: without any action, nobody knows.
    const isOver = heldOn < from && open === 0 && actions.length > 0 && !left.includes(decision.id)
    return isOver || heldOn > to ? [] : [{ ...decision, actions: { open, done, dropped } }]
  })
}
