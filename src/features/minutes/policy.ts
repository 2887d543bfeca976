import { type Actor, holds, operates, organisationsOf, type Role } from '../../platform/context/actor.ts'

const everyRole: readonly Role[] = ['chair', 'coordinator', 'member', 'contributor', 'reader']

/** Chairs and coordinators convene meetings, edit their minutes and say what became of decisions. */
export function mayKeepMeetings(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Whoever holds a role in a network sees its meetings once they are convened, and minutes while they can be amended. */
export function mayReadConvened(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, everyRole)
}

/** Notes are taken by those who look after the network and by those whom they gave the pen; `penIds` are these. */
export function mayTakeNotes(actor: Actor, networkId: string, penIds: readonly string[]): boolean {
  if (mayKeepMeetings(actor, networkId)) return true
  return actor.kind === 'person' && holds(actor, networkId, everyRole) && penIds.includes(actor.personId)
}

/** Only those who attended a meeting say that its minutes tell it wrongly. */
export function mayAmend(actor: Actor, networkId: string, attended: boolean): boolean {
  return attended && holds(actor, networkId, everyRole)
}

/** What became of an action is said by those in charge and by those who speak for the body that is to do it. */
export function mayFollowAction(actor: Actor, networkId: string, organisationId: string | null): boolean {
  if (mayKeepMeetings(actor, networkId)) return true
  if (organisationId === null) return false
  return organisationsOf(actor, networkId, ['member', 'contributor']).includes(organisationId)
}
