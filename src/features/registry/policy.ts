import { type Actor, operates } from '../../platform/context/actor.ts'

/** Until members have accounts, the operator writes the registry, from the command line. */
export function mayWriteRegistry(actor: Actor): boolean {
  return operates(actor)
}
