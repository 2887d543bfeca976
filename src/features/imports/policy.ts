import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Coordinators and chairs import what a text or a table says into the registry of their network; programs do not. */
export function mayImport(actor: Actor, networkId: string): boolean {
  if (actor.kind === 'person' && actor.scopes !== null) return false
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}
