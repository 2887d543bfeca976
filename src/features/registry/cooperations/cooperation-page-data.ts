import type { Context } from '../../../platform/context/context.ts'
import { type AgendaEvent, listEventsOf } from '../../agenda/events/index.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import { type Dispute, type Evidence, listDisputes, listEvidence } from '../evidence/queries.ts'
import { listNotes, type Note } from '../notes/queries.ts'
import { type CooperationDetails, findCooperationDetails, listNeighbours } from './details.queries.ts'
import { findCooperation } from './queries.ts'
import type { CooperationSummary } from './summary.queries.ts'

/** Everything that is known of one cooperation on the context's day. */
export interface CooperationPageData {
  cooperation: CooperationSummary
  details: CooperationDetails
  agreements: Agreement[]
  activities: AgendaEvent[]
  notes: Note[]
  evidence: Evidence[]
  disputes: Dispute[]
  neighbours: CooperationSummary[]
}

const neighboursShown = 5

/** Gathers a cooperation’s page, or 404; ten queries whatever its size. */
export async function findCooperationPage(
  context: Context,
  networkId: string,
  slug: string,
): Promise<CooperationPageData> {
  const cooperation = await findCooperation(context, networkId, slug)
  const [details, agreements, activities, notes, neighbours] = await Promise.all([
    findCooperationDetails(context, cooperation.id),
    listAgreements(context, [cooperation.id]),
    listEventsOf(context, [cooperation.id]),
    listNotes(context, [cooperation.id]),
    listNeighbours(context, networkId, cooperation.id, neighboursShown),
  ])
  const subjects = [cooperation, ...agreements, ...activities, ...notes].map((each) => each.id)
  const [evidence, disputes] = await Promise.all([
    listEvidence(context, subjects),
    listDisputes(context, subjects),
  ])
  return { cooperation, details, agreements, activities, notes, evidence, disputes, neighbours }
}
