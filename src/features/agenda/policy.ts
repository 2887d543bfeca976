import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Chairs and coordinators add days to the calendar of their network, and take them back. */
export function mayKeepHolidays(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}
