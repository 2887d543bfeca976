import { type Actor, organisationsOf } from '../../../platform/context/actor.ts'
import { mayAdvise } from '../policy.ts'

interface Talks {
  networkId: string
  /** The authority of the wish. */
  ownerId: string
  /** The one that is interested. */
  interestedId: string
  /** The secretariat stands for who is interested. */
  isVouched: boolean
}

/** Talks are read by the members of both authorities and by the secretariat; by that of the wish once the secretariat stands for the other. */
export function mayFollowTalks(
  actor: Actor,
  { networkId, ownerId, interestedId, isVouched }: Talks,
): boolean {
  if (mayAdvise(actor, networkId)) return true
  const own = organisationsOf(actor, networkId, ['member'])
  return own.includes(interestedId) || (isVouched && own.includes(ownerId))
}

/** Anybody answers a wish but those who speak for its authority alone; the secretariat does so for others. */
export function mayAnswerWish(
  actor: Actor,
  { networkId, organisationId }: { networkId: string; organisationId: string },
): boolean {
  if (mayAdvise(actor, networkId)) return true
  const own = organisationsOf(actor, networkId, ['member'])
  return own.length === 0 || own.some((id) => id !== organisationId)
}
