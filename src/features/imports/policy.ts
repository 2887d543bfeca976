import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Coordinators and chairs bring files into their group's records; in a browser or at the command line, never by an API token. */
export function mayImport(actor: Actor, networkId: string): boolean {
  if (actor.kind === 'person' && actor.scopes !== null) return false
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}
