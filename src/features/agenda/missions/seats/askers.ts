import { type Actor, organisationsOf } from '../../../../platform/context/actor.ts'

/** The authorities for which a member may ask for seats on a mission: their own, except its holders. */
export function askersOf(
  actor: Actor,
  { networkId, holders }: { networkId: string; holders: readonly string[] },
): string[] {
  return organisationsOf(actor, networkId, ['member']).filter((id) => !holders.includes(id))
}
