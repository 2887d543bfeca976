import type { Context } from '../../../platform/context/context.ts'
import { type Erratum, listErrata } from '../../../platform/editions/errata.ts'
import { type Dispute, type Evidence, listDisputes, listEvidence } from '../../registry/evidence/index.ts'
import { type ComparedAccount, compareAccounts } from '../accounts/compare.ts'
import { type Account, listAccounts, listToldFacts } from '../accounts/queries.ts'
import { listPending, type PendingAction } from '../actions/queries.ts'
import { listPoints, type Point } from '../agenda/queries.ts'
import type { Participant } from '../attendance/participant.ts'
import { listParticipants } from '../attendance/queries.ts'
import { type Decision, listDecisions } from '../decisions/queries.ts'
import { listResources } from '../resources/queries.ts'
import type { Resource } from '../resources/resource.ts'
import { listSections } from '../sections/queries.ts'
import type { Section } from '../sections/section.ts'
import type { Meeting } from './meeting.ts'
import { findMeeting } from './queries.ts'

export interface MeetingPageData {
  meeting: Meeting
  points: Point[]
  /** Open actions from decisions of earlier meetings. */
  pending: PendingAction[]
  decisions: Decision[]
  sections: Section[]
  errata: Erratum[]
  participants: Participant[]
  accounts: Account[]
  compared: ComparedAccount[]
  disputes: Dispute[]
  resources: Resource[]
  evidence: Evidence[]
}

/** Everything about one meeting that its reader may know on the context’s day. */
export async function findMeetingPage(
  context: Context,
  networkId: string,
  slug: string,
): Promise<MeetingPageData> {
  const meeting = await findMeeting(context, networkId, slug)
  const isOver = meeting.heldAt !== null || meeting.cancelledAt !== null
  const [points, pending, decisions, sections, errata, participants, accounts, resources] = await Promise.all(
    [
      listPoints(context, meeting.id),
      isOver ? [] : listPending(context, networkId, { before: meeting.heldOn }),
      listDecisions(context, networkId, { meetingId: meeting.id }),
      listSections(context, meeting),
      listErrata(context, { kind: 'minutes', id: meeting.id }),
      listParticipants(context, meeting),
      listAccounts(context, meeting.id),
      listResources(context, meeting.id),
    ],
  )
  const roots = [...new Set(accounts.map(({ rootId }) => rootId))]
  const [facts, disputes, evidence] = await Promise.all([
    roots.length > 1 ? listToldFacts(context, networkId, roots) : [],
    roots.length > 1 ? listDisputes(context, [networkId]) : [],
    listEvidence(
      context,
      [meeting, ...decisions, ...participants, ...resources].map(({ id }) => id),
    ),
  ])
  const data = {
    meeting,
    points,
    pending,
    decisions,
    sections,
    errata,
    participants,
    accounts,
    resources,
    evidence,
  }
  return {
    ...data,
    compared: compareAccounts(accounts, facts),
    disputes: disputes.filter(isBetween(accounts)),
  }
}

// Whether a disagreement is between two of the accounts, or sources that they retell.
function isBetween(accounts: readonly Account[]) {
  const rootOf = (slug: string) =>
    accounts.find((account) => [account.slug, account.rootSlug].includes(slug))?.rootId
  return ({ values }: Dispute) =>
    new Set(values.flatMap(({ source }) => (source ? (rootOf(source.slug) ?? []) : []))).size > 1
}
