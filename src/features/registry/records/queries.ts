import type { Context } from '../../../platform/context/context.ts'
import { type AgendaEvent, listEventsOf } from '../../agenda/events/index.ts'
import { type Agreement, listAgreements } from '../agreements/queries.ts'
import { type CooperationDetails, listCooperationDetails } from '../cooperations/details.queries.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { type Dispute, type Evidence, listDisputes, listEvidence } from '../evidence/queries.ts'
import { listNotes, type Note } from '../notes/queries.ts'

/** Everything that is known of one cooperation on the context's day. */
export interface CooperationParts {
  cooperation: CooperationSummary
  details: CooperationDetails
  agreements: Agreement[]
  activities: AgendaEvent[]
  notes: Note[]
  evidence: Evidence[]
  disputes: Dispute[]
}

/** Gathers the parts of some cooperations, in their order: six queries however many there are. */
export async function listCooperationParts(
  context: Context,
  cooperations: CooperationSummary[],
): Promise<CooperationParts[]> {
  const ids = cooperations.map((each) => each.id)
  const [details, agreements, activities, notes] = await Promise.all([
    listCooperationDetails(context, ids),
    listAgreements(context, ids),
    listEventsOf(context, ids),
    listNotes(context, ids),
  ])
  const subjects = [...cooperations, ...agreements, ...activities, ...notes].map((each) => each.id)
  const [evidence, disputes] = await Promise.all([
    listEvidence(context, subjects),
    listDisputes(context, subjects),
  ])
  const detailsOf = new Map(details.map((each) => [each.id, each]))
  const agreementsOf = Map.groupBy(agreements, (each) => each.cooperationId)
  const notesOf = Map.groupBy(notes, (each) => each.subjectId)
  const activitiesOf = groupActivities(activities)
  const evidenceOf = Map.groupBy(evidence, (each) => each.subjectId)
  const disputesOf = Map.groupBy(disputes, (each) => each.subjectId)
  return cooperations.flatMap((cooperation) => {
    const known = detailsOf.get(cooperation.id)
    if (!known) return []
    const own = {
      agreements: agreementsOf.get(cooperation.id) ?? [],
      activities: activitiesOf.get(cooperation.id) ?? [],
      notes: notesOf.get(cooperation.id) ?? [],
    }
    const about = [cooperation, ...own.agreements, ...own.activities, ...own.notes].map((each) => each.id)
    return [
      {
        cooperation,
        details: known,
        ...own,
        evidence: about.flatMap((id) => evidenceOf.get(id) ?? []),
        disputes: about.flatMap((id) => disputesOf.get(id) ?? []),
      },
    ]
  })
}

function groupActivities(activities: AgendaEvent[]): Map<string, AgendaEvent[]> {
  const groups = new Map<string, AgendaEvent[]>()
  for (const activity of activities) {
    for (const { id } of activity.cooperations) groups.set(id, [...(groups.get(id) ?? []), activity])
  }
  return groups
}
