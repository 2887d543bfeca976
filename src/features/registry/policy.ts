import type { Actor } from '../../platform/context/context.ts'

/** Until members have accounts, the operator writes the registry, from the command line. */
export function mayWriteRegistry(actor: Actor): boolean {
  return actor.kind === 'operator'
}
