import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** An original is what the record says: only those who answer for the whole group change it here. */
export function mayChangeOriginals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** Asking a machine for everything costs money and changes many pages at once. */
export function mayTranslateAll(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** The networks whose earlier translations somebody may be shown while working in one of them. */
export function memoryNetworks(actor: Actor, networkId: string): string[] {
  const own = actor.kind === 'person' ? actor.holdings.map((holding) => holding.networkId) : []
  return [...new Set([networkId, ...own])]
}
