import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

/** Chairs and coordinators are the secretariat of a network: they advise both sides and look after what is asked. */
export function mayAdvise(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Members speak for their own authority; the secretariat writes for any. */
export function maySpeakFor(
  actor: Actor,
  { networkId, organisationId }: { networkId: string; organisationId: string },
): boolean {
  return mayAdvise(actor, networkId) || organisationsOf(actor, networkId, ['member']).includes(organisationId)
}

/** People who take part in a network read what its members tell each other; the role of reader does not suffice. */
export function mayReadAmongMembers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator', 'member', 'contributor'])
}

/** An organiser of an event opens the bilateral meetings that take place at it, and assigns them; the secretariat does for any. */
export function mayHoldSession(
  actor: Actor,
  { networkId, holders }: { networkId: string; holders: readonly string[] },
): boolean {
  return (
    mayAdvise(actor, networkId) ||
    organisationsOf(actor, networkId, ['member']).some((id) => holders.includes(id))
  )
}
