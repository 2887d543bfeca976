import { type Actor, holds, operates, type Role, roles } from '../../platform/context/actor.ts'

const inCharge: readonly Role[] = ['chair', 'coordinator']

/** Whether the actor looks after a network: chairs, coordinators and operators. */
export function mayCoordinate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, inCharge)
}

/** Chairs and coordinators see who holds which role; people’s addresses are private. */
export function mayReadPeople(actor: Actor, networkId: string): boolean {
  return mayCoordinate(actor, networkId)
}

/** Every role except the chair’s is given by invitation; the chair is named. */
export function mayInvite(actor: Actor, networkId: string, role: Role): boolean {
  return mayCoordinate(actor, networkId) && (role !== 'chair' || operates(actor))
}

/** The chair passes by succession: see `nameChair`. */
export function mayNameChair(actor: Actor, networkId: string): boolean {
  return mayCoordinate(actor, networkId)
}

/** Chairs and coordinators end roles in their network; every person may give up their own. */
export function mayEndRole(actor: Actor, networkId: string, holderId: string): boolean {
  return mayCoordinate(actor, networkId) || (actor.kind === 'person' && actor.personId === holderId)
}

/** Operators make accounts without an invitation. */
export function mayAddPeople(actor: Actor): boolean {
  return operates(actor)
}

/** A person makes tokens for themselves, in networks where they hold a role, and only in a browser: no token makes another. */
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
