import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

/** Members speak for their own authority; the secretariat writes for any. */
export function maySpeakFor(actor: Actor, networkId: string, organisationId: string): boolean {
  return (
    operates(actor) ||
    holds(actor, networkId, ['chair', 'coordinator']) ||
    organisationsOf(actor, networkId, ['member']).includes(organisationId)
  )
}

/** Whoever takes part in a group may say that an authority for which they speak took a practice up. */
export function mayDeclareUses(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator', 'member'])
}
