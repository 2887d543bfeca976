import { type Actor, organisationsOf } from '../../../platform/context/actor.ts'
import { mayAdvise } from '../policy.ts'

interface Talks {
  networkId: string
  /** The authority of the wish. */
  ownerId: string
  /** The one that is interested. */
  interestedId: string
  /** The secretariat vouches for the interested side. */
  isVouched: boolean
}

/** Talks are read by members of both authorities and the secretariat; by those of the wish once the secretariat vouches for the other. */
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
