import { type Actor, holds, operates, roles } from '../../platform/context/actor.ts'

/** An original is the record’s own statement: only those accountable for the whole group change it here. */
export function mayChangeOriginals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** A machine translation of everything costs money and changes many pages at once. */
export function mayTranslateAll(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** Whoever has a role in a group and sees a text may ask for it in a language that they read. */
export function mayAskForTranslation(actor: Actor, networkId: string): boolean {
  return holds(actor, networkId, roles)
}
