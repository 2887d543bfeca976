import { type Actor, holds, operates, type Role, roles } from '../../platform/context/actor.ts'

const inCharge: readonly Role[] = ['chair', 'coordinator']

/** Whether somebody looks after a network: its chair, its coordinators, and who looks after the server. */
export function mayCoordinate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, inCharge)
}

/** Chairs and coordinators see who holds which role; addresses of people are nobody else's business. */
export function mayReadPeople(actor: Actor, networkId: string): boolean {
  return mayCoordinate(actor, networkId)
}

/** Every role but the chair's is given by an invitation; the chair is named. */
export function mayInvite(actor: Actor, networkId: string, role: Role): boolean {
  return mayCoordinate(actor, networkId) && (role !== 'chair' || operates(actor))
}

/** The chair passes on by succession: see `nameChair`. */
export function mayNameChair(actor: Actor, networkId: string): boolean {
  return mayCoordinate(actor, networkId)
}

/** Who looks after a network ends roles in it, and everybody may lay down their own. */
export function mayEndRole(actor: Actor, networkId: string, holderId: string): boolean {
  return mayCoordinate(actor, networkId) || (actor.kind === 'person' && actor.personId === holderId)
}

/** Who looks after the server gives accounts without an invitation. */
export function mayAddPeople(actor: Actor): boolean {
  return operates(actor)
}

/** Everybody makes tokens for themselves, in networks where they hold a role, in a browser only: no token makes another. */
export function mayMakeToken(
  actor: Actor,
  { personId, networkId }: { personId: string; networkId: string },
): boolean {
  return (
    actor.kind === 'person' &&
    actor.personId === personId &&
    actor.scopes === null &&
    holds(actor, networkId, roles)
  )
}
