import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Chairs and coordinators decide on what others propose for the agenda of their network. */
export function mayModerateProposals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chairs and coordinators add days to the calendar of their network, and take them back. */
export function mayKeepHolidays(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}
