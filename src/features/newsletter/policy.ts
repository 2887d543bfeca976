import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Chairs and coordinators compose the letters of their network, approve, publish and withdraw them. */
export function mayEditLetters(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chairs and coordinators look after the readers of their network’s letter: addresses are shown to nobody else. */
export function mayKeepSubscribers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chairs and coordinators send the letters of their network, hold them back, and see what became of them. */
export function maySendLetters(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}
