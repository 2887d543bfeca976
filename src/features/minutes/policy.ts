import { type Actor, holds, operates, organisationsOf, type Role } from '../../platform/context/actor.ts'

const everyRole: readonly Role[] = ['chair', 'coordinator', 'member', 'contributor', 'reader']

/** Chairs and coordinators convene meetings, edit their minutes and say what became of decisions. */
export function mayKeepMeetings(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** People with a role in a network see its meetings once convened, and minutes while they can be amended. */
export function mayReadConvened(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, everyRole)
}

/** Notes are taken by coordinators and by the people to whom they gave the pen (`penIds`). */
export function mayTakeNotes(actor: Actor, networkId: string, penIds: readonly string[]): boolean {
  if (mayKeepMeetings(actor, networkId)) return true
  return actor.kind === 'person' && holds(actor, networkId, everyRole) && penIds.includes(actor.personId)
}

/** Only people who attended a meeting propose amendments to its minutes. */
export function mayAmend(actor: Actor, networkId: string, attended: boolean): boolean {
  return attended && holds(actor, networkId, everyRole)
}

/** Coordinators, and people who speak for the responsible organisation, say what became of an action. */
export function mayFollowAction(actor: Actor, networkId: string, organisationId: string | null): boolean {
  if (mayKeepMeetings(actor, networkId)) return true
  if (organisationId === null) return false
  return organisationsOf(actor, networkId, ['member', 'contributor']).includes(organisationId)
}
