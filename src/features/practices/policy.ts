import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

/** Members speak for their own authority; the secretariat writes for any. */
export function maySpeakFor(actor: Actor, networkId: string, organisationId: string): boolean {
  return (
    operates(actor) ||
    holds(actor, networkId, ['chair', 'coordinator']) ||
    organisationsOf(actor, networkId, ['member']).includes(organisationId)
  )
}

/** Whether somebody speaks for the holder of a sheet: says that it is true, asks for a review, decides on a proposal. */
export function maySpeakForHolder(
  actor: Actor,
  { networkId, holder }: { networkId: string; holder: { id: string } },
): boolean {
  return maySpeakFor(actor, networkId, holder.id)
}

/** Whoever takes part in a group may say that an authority for which they speak took a practice up. */
export function mayDeclareUses(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator', 'member'])
}
