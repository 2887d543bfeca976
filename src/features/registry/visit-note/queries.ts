import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type AgendaEvent, listEventsOf, listEventsWith } from '../../agenda/events/index.ts'
import { findOrganisation, listOrganisations, type OrganisationRecord } from '../../directory/index.ts'
import {
  type Landmark,
  listLandmarks,
  listMemberships,
  type Membership,
  type Network,
} from '../../networks/index.ts'
import { listPictures, type Picture } from '../../pictures/index.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import {
  type CooperationDetails,
  findCooperationDetails,
  listCooperationDetails,
} from '../cooperations/details.queries.ts'
import { findCooperation } from '../cooperations/queries.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { type Dispute, type Evidence, listDisputes, listEvidence } from '../evidence/queries.ts'
import { type Interest, listInterestsOf } from '../interests/queries.ts'
import { listCooperationsOf, type Part } from '../organisations/queries.ts'

export interface Territory {
  kind: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
}

/** An authority or another organisation, on a day. */
export interface Holder extends OrganisationRecord {
  /** The territories to which it belonged on the day, the nearest first. */
  territories: Territory[]
}

interface Shared {
  network: Network
  activities: AgendaEvent[]
  agreements: Agreement[]
  landmarks: Landmark[]
  disputes: Dispute[]
  evidence: Evidence[]
}

export interface CooperationFacts extends Shared {
  cooperation: CooperationSummary
  details: CooperationDetails
  holders: Holder[]
  /** Its first one. */
  picture: Picture | null
}

export interface OrganisationFacts extends Shared {
  holder: Holder
  cooperations: (CooperationSummary & { part: Part })[]
  /** Further details of its ties. */
  details: (CooperationDetails & { id: string })[]
  interest: Interest | null
  /** Its roles in the network. */
  roles: Membership[]
}

/** The data for a note on a cooperation, as known on the context’s day; 404 if there is none. */
export async function findCooperationFacts(
  context: Context,
  network: Network,
  slug: string,
): Promise<CooperationFacts> {
  const cooperation = await findCooperation(context, network.id, slug)
  const pictured = { networkId: network.id, kind: 'cooperation' as const, id: cooperation.id }
  const [details, agreements, activities, landmarks, [picture = null], holders] = await Promise.all([
    findCooperationDetails(context, cooperation.id),
    listAgreements(context, [cooperation.id]),
    listEventsOf(context, [cooperation.id]),
    listLandmarks(context, network.id),
    listPictures(context, pictured),
    listHolders(
      context,
      cooperation.parties.map(({ id }) => id),
    ),
  ])
  const subjects = [cooperation, ...agreements, ...activities].map(({ id }) => id)
  const [disputes, evidence] = await Promise.all([
    listDisputes(context, [...subjects, ...holders.map(({ id }) => id)]),
    listEvidence(context, subjects),
  ])
  const facts = { network, cooperation, details, agreements, activities, landmarks, holders, picture }
  return { ...facts, disputes, evidence }
}

/** The data for a note on an authority or an organisation; 404 if it has no part in the network. */
export async function findOrganisationFacts(
  context: Context,
  network: Network,
  slug: string,
): Promise<OrganisationFacts> {
  const facts = await findFactsOf(context, network, slug)
  const { cooperations, activities, interest, roles } = facts
  const isPart = cooperations.length + activities.length + roles.length > 0 || interest !== null
  return isPart ? facts : notFound(slug)
}

/** What a network knows of an organisation, which may be nothing; 404 for an unknown organisation. */
export async function findFactsOf(
  context: Context,
  network: Network,
  slug: string,
): Promise<OrganisationFacts> {
  const { id } = await findOrganisation(context, slug)
  const [[holder], cooperations, activities, landmarks, interests, memberships] = await Promise.all([
    listHolders(context, [id]),
    listCooperationsOf(context, network.id, id),
    listEventsWith(context, id),
    listLandmarks(context, network.id),
    listInterestsOf(context, id),
    listMemberships(context, network.id),
  ])
  const roles = memberships.filter(({ organisationId }) => organisationId === id)
  if (!holder) return notFound(slug)
  const interest = interests[0] ?? null
  const held = cooperations.filter(({ part }) => part === 'party').map((each) => each.id)
  const subjects = [id, ...(interest ? [interest.id] : [])]
  const [agreements, details, disputes, evidence] = await Promise.all([
    listAgreements(context, held),
    listCooperationDetails(context, held),
    listDisputes(context, subjects),
    listEvidence(context, [...subjects, ...held, ...activities.map((each) => each.id)]),
  ])
  return {
    network,
    holder,
    cooperations,
    details,
    activities,
    agreements,
    landmarks,
    interest,
    roles,
    disputes,
    evidence,
  }
}

async function listHolders(context: Context, ids: string[]): Promise<Holder[]> {
  const records = await listOrganisations(context, ids)
  const holders = await Promise.all(
    records.map(async (record) => ({ ...record, territories: await listTerritories(context, record) })),
  )
  return holders.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

// Muju has been in another province since 2024: a note of 2017 names the one of that year.
async function listTerritories(context: Context, record: OrganisationRecord): Promise<Territory[]> {
  const before = record.predecessors.find(({ change }) => change === 'recode' || change === 'rename')
  const isLater = record.validFrom !== null && record.validFrom > context.today
  const then = before && isLater ? await findOrganisation(context, before.slug) : record
  const above = then.parent ? (await findOrganisation(context, then.parent.slug)).parent : null
  return [then.parent, above].filter((territory) => territory !== null)
}
