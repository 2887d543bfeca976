import type { Actor } from '../../platform/context/actor.ts'

/** Who did something, as columns of people have it; null for the command line. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}
