import { type Actor, holds, operates, roles } from '../../../platform/context/actor.ts'

/** What is for the people of a network alone, such as the way into a conference: whoever holds a role in it. */
export function mayReadInside(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, roles)
}
