import { type Actor, holds, roles } from '../../../../platform/context/actor.ts'

/** Everybody makes secret addresses for themselves, in networks where they hold a role, in a browser only. */
export function mayMakeFeed(actor: Actor, networkId: string): boolean {
  return actor.kind === 'person' && actor.scopes === null && holds(actor, networkId, roles)
}
