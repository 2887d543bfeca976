import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** An original is the record’s own statement: only those accountable for the whole group change it here. */
export function mayChangeOriginals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** A machine translation of everything costs money and changes many pages at once. */
export function mayTranslateAll(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}
