import { type Actor, organisationsOf } from '../../platform/context/actor.ts'

/** Only members who speak for an organisation say what came of its exchanges: not even a coordinator may. */
export function mayTellOutcome(
  actor: Actor,
  { networkId, organisationId }: { networkId: string; organisationId: string },
): boolean {
  return organisationsOf(actor, networkId, ['member']).includes(organisationId)
}
