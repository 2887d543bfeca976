import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

/** Coordinators and chairs gather, freeze, correct and publish the reports of their group. */
export function mayPrepareReports(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** Members say whether the lines of the authority for which they speak are right; nobody says it for them. */
export function mayAnswerLines(
  actor: Actor,
  { networkId, organisationId }: { networkId: string; organisationId: string },
): boolean {
  return organisationsOf(actor, networkId, ['member']).includes(organisationId)
}
