import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import { type Landmark, listLandmarks } from '../../networks/index.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import {
  type Anniversary,
  type DatedFact,
  listAnniversaries,
  yearsOfAnniversaries,
} from '../anniversaries.ts'
import { type CooperationSummary, listRows } from '../cooperations/summary.queries.ts'
import { listNetworkOrganisations, type NetworkOrganisation } from '../organisations/queries.ts'

/** The subject of an anniversary: a landmark of the group, the beginning of a tie, or the signature of an agreement. */
export type AnniversarySubject =
  | { kind: 'landmark'; landmark: Landmark; concerns: NetworkOrganisation[] }
  | { kind: 'beginning'; cooperation: CooperationSummary }
  | { kind: 'signature'; cooperation: CooperationSummary; agreement: Agreement }

interface DatedTie {
  cooperationId: string
  /** The agreement that was signed; null for the beginning of the tie. */
  agreementId: string | null
  /** EDTF. */
  happened: string
}

const shown = 12

/** The most significant anniversaries of the two years ahead, or the requested ones, by date, as known on the context’s day. */
export async function findAnniversaries(
  context: Context,
  networkId: string,
  isAsked: (anniversary: Anniversary<unknown>) => boolean = () => true,
): Promise<Anniversary<AnniversarySubject>[]> {
  const [ties, landmarks] = await Promise.all([
    listDatedTies(context, networkId),
    listLandmarks(context, networkId),
  ])
  const facts: DatedFact<DatedTie | Landmark>[] = [
    ...landmarks.map((landmark) => ({
      from: landmark.happenedFrom,
      to: landmark.happenedTo,
      subject: landmark,
    })),
    ...withoutDoubles(ties).map((tie) => ({ ...readEdtf(tie.happened), subject: tie })),
  ]
  return fillIn(context, networkId, mostTelling(listAnniversaries(facts, context.today).filter(isAsked)))
}

// Beginnings and signatures of years that an anniversary can be counted from: a large network has thousands of others.
async function listDatedTies(context: Context, networkId: string): Promise<DatedTie[]> {
  const { today } = context
  const years = yearsOfAnniversaries(today)
  const { rows } = await sql<DatedTie>`
    select c.cooperation_id as "cooperationId", null as "agreementId", c.since as happened
    from registry_cooperation c
    where c.network_id = ${networkId} and c.known_on <= ${today} and extract(year from c.since_from)::int = any(${years}::int[])
    union all
    select a.cooperation_id, a.agreement_id, step.happened
    from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
    where a.network_id = ${networkId} and a.parent_id is null and a.known_on <= ${today} and step.state = 'signed'
      and step.known_on <= ${today} and step.happened_from <= ${today}
      and extract(year from step.happened_from)::int = any(${years}::int[])
  `.execute(context.database)
  return rows
}

// A tie that began by a signature has one anniversary, not two.
function withoutDoubles(ties: DatedTie[]): DatedTie[] {
  const yearOf = ({ cooperationId, happened }: DatedTie) =>
    `${cooperationId} ${readEdtf(happened).from.slice(0, 4)}`
  const signed = new Set(ties.filter(({ agreementId }) => agreementId !== null).map(yearOf))
  return ties.filter((tie) => tie.agreementId !== null || !signed.has(yearOf(tie)))
}

// If there are many, half centuries, then tens and quarter centuries come before fifth years; a first year appears only if its day is
// known. Those chosen are in order of date.
function mostTelling<T>(found: Anniversary<T>[]): Anniversary<T>[] {
  const all = found.filter(({ years, on }) => years >= 5 || on.length > 4)
  const rank = ({ years }: { years: number }) =>
    years % 50 === 0 ? 0 : years % 10 === 0 || years === 25 ? 1 : 2
  const chosen = new Set([...all].sort((a, b) => rank(a) - rank(b)).slice(0, shown))
  return all.filter((each) => chosen.has(each))
}

async function fillIn(
  context: Context,
  networkId: string,
  found: Anniversary<DatedTie | Landmark>[],
): Promise<Anniversary<AnniversarySubject>[]> {
  const ids = found.flatMap(({ subject }) => ('cooperationId' in subject ? [subject.cooperationId] : []))
  const hasLandmarks = ids.length < found.length
  const [rows, agreements, organisations] = await Promise.all([
    listRows(context, networkId, [...new Set(ids)]),
    listAgreements(context, [...new Set(ids)]),
    hasLandmarks ? listNetworkOrganisations(context, networkId) : [],
  ])
  const fill = (subject: DatedTie | Landmark): AnniversarySubject | null => {
    if (!('cooperationId' in subject)) {
      const concerns = organisations.filter((each) => subject.concerns.includes(each.id))
      return { kind: 'landmark', landmark: subject, concerns }
    }
    const cooperation = rows.get(subject.cooperationId)
    if (!cooperation) return null
    const agreement = agreements.find(({ id }) => id === subject.agreementId)
    return agreement ? { kind: 'signature', cooperation, agreement } : { kind: 'beginning', cooperation }
  }
  return found.flatMap((anniversary) => {
    const subject = fill(anniversary.subject)
    return subject ? [{ ...anniversary, subject }] : []
  })
}
