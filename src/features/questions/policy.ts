import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

/** The coordinator’s part: moving, hiding, merging. */
export function mayCoordinate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Whoever takes part in the group, in whatever role, reads all that is answered. */
export function mayReadAnswers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator', 'member'])
}

/** Members ask for their own authority. */
export function mayAsk(actor: Actor, networkId: string): boolean {
  return organisationsOf(actor, networkId, ['member']).length > 0
}
