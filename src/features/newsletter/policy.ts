import { type Actor, holds, operates, type Role } from '../../platform/context/actor.ts'

/** Chairs and coordinators approve, publish and withdraw the letters of their network, and decide who composes them. */
export function mayEditLetters(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Coordinators compose letters, and so do people with a role that they allowed. */
export function mayComposeLetters(actor: Actor, networkId: string, composers: readonly Role[]): boolean {
  return mayEditLetters(actor, networkId) || holds(actor, networkId, composers)
}

/** Chairs and coordinators look after the readers of their network’s letter: nobody else sees addresses. */
export function mayKeepSubscribers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chairs and coordinators send the letters of their network, pause sendings, and see the outcome. */
export function maySendLetters(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}
