import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** An original is what the record says: only those who answer for the whole group change it here. */
export function mayChangeOriginals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** Asking a machine for everything costs money and changes many pages at once. */
export function mayTranslateAll(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}
