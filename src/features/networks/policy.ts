import type { Actor } from '../../platform/context/context.ts'

/** Operators look after the server: they make groups and load what they begin with. */
export function mayAddNetworks(actor: Actor): boolean {
  return actor.kind === 'operator'
}
