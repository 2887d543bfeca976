import { type Actor, holds, operates, roles } from '../../../platform/context/actor.ts'

/** May read what is for the people of a network alone, such as the link to a conference: everybody with a role in it. */
export function mayReadInside(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, roles)
}
