import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Coordinators and chairs publish the briefs of their group as editions, correct and withdraw them. */
export function mayPublishBriefs(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}
