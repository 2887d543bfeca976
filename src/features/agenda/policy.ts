import { type Actor, holds, operates, organisationsOf, roles } from '../../platform/context/actor.ts'
import { askersOf } from './missions/seats/seats.ts'

/** Chairs and coordinators decide on the events proposed for the agenda of their network. */
export function mayModerateProposals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chairs and coordinators add days to the calendar of their network, and withdraw them. */
export function mayKeepHolidays(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Members ask for seats on the mission of others, for the authority that they speak for. */
export function mayAskForSeats(
  actor: Actor,
  asked: { networkId: string; holders: readonly string[]; organisationId: string },
): boolean {
  return askersOf(actor, asked).includes(asked.organisationId)
}

/** The holders of a mission decide who joins it: its members, and the coordinators of the network. */
export function mayAnswerForSeats(
  actor: Actor,
  held: { networkId: string; holders: readonly string[] },
): boolean {
  return looksAfter(actor, held)
}

/** The coordinators of a network see what its missions owe. */
export function mayWatchDebriefs(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Everybody makes secret addresses for themselves, in networks where they hold a role, in a browser only. */
export function mayMakeFeed(actor: Actor, networkId: string): boolean {
  return actor.kind === 'person' && actor.scopes === null && holds(actor, networkId, roles)
}

/** Members of a network, and its coordinators, ask when something is to take place. */
export function mayAskForDate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator', 'member'])
}

/** Coordinators close and withdraw polls and choose dates; so does the asker of a poll, while they may ask for dates. */
export function mayKeepPoll(
  actor: Actor,
  { networkId, madeBy }: { networkId: string; madeBy: string | null },
): boolean {
  if (operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])) return true
  return actor.kind === 'person' && actor.personId === madeBy && mayAskForDate(actor, networkId)
}

/** The people of a network answer; those who only read it do not. */
export function mayAnswerPoll(actor: Actor, networkId: string): boolean {
  return holds(actor, networkId, ['chair', 'coordinator', 'member', 'contributor'])
}

/** Members commit the authority that they speak for to come to an event, also to one that it holds. */
export function mayCommit(
  actor: Actor,
  { networkId, organisationId }: { networkId: string; organisationId: string },
): boolean {
  return organisationsOf(actor, networkId, ['member']).includes(organisationId)
}

/** The holders of an event open registration for it, see who comes and look after them. */
export function mayKeepRegistrations(
  actor: Actor,
  held: { networkId: string; holders: readonly string[] },
): boolean {
  return looksAfter(actor, held)
}

/** The holders of an event give it more time once too few have committed themselves. */
export function mayProlong(actor: Actor, held: { networkId: string; holders: readonly string[] }): boolean {
  return looksAfter(actor, held)
}

// The members of the holders, and the coordinators of the network.
function looksAfter(
  actor: Actor,
  { networkId, holders }: { networkId: string; holders: readonly string[] },
): boolean {
  if (operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])) return true
  return organisationsOf(actor, networkId, ['member']).some((id) => holders.includes(id))
}
