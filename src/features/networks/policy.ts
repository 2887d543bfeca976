import { type Actor, operates } from '../../platform/context/actor.ts'

/** Operators look after the server: they make groups and load what they begin with. */
export function mayAddNetworks(actor: Actor): boolean {
  return operates(actor)
}
