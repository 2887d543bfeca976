import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

/** Until members have accounts, the operator writes the registry, from the command line. */
export function mayWriteRegistry(actor: Actor): boolean {
  return operates(actor)
}

/** Those who look after a group import whole tables into its registry. */
export function mayWriteTogether(actor: Actor, networkId: string): boolean {
  if (actor.kind === 'person' && actor.scopes !== null) return false
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** Only people who speak for a party confirm or dispute a tie for it: not even a coordinator may. */
export function mayConfirm(actor: Actor, networkId: string, organisationId: string): boolean {
  return organisationsOf(actor, networkId, ['member', 'contributor']).includes(organisationId)
}

/** Coordinators, and those who speak for one of the parties, ask another party. */
export function mayAskParties(actor: Actor, networkId: string, partyIds: readonly string[]): boolean {
  if (operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])) return true
  const own = organisationsOf(actor, networkId, ['member'])
  return partyIds.some((id) => own.includes(id))
}
