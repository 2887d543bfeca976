import { type Actor, holds, operates, type Role } from '../../platform/context/actor.ts'

/** Chairs and coordinators approve, publish and withdraw the letters of their network, and say who composes them. */
export function mayEditLetters(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Those who look after the letters compose them, and whoever holds one of the roles that they chose. */
export function mayComposeLetters(actor: Actor, networkId: string, composers: readonly Role[]): boolean {
  return mayEditLetters(actor, networkId) || holds(actor, networkId, composers)
}

/** Chairs and coordinators look after the readers of their network’s letter: addresses are shown to nobody else. */
export function mayKeepSubscribers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chairs and coordinators send the letters of their network, hold them back, and see what became of them. */
export function maySendLetters(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}
