import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Operators look after the server: they make groups and load what they begin with. */
export function mayAddNetworks(actor: Actor): boolean {
  return operates(actor)
}

/** Chair and coordinators say to which organisation the chair passes. */
export function mayRecordChair(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chair and coordinators say who is in a group, in which role and until when; the chair passes on in a way of its own. */
export function mayKeepMembers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chair and coordinators say what a group is called, what it is for, and in which languages it works. */
export function mayDescribeNetwork(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chair and coordinators say whether contributions are reviewed before they are published. */
export function mayChoosePublication(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Whoever takes part in a group may word its texts in another language; those who only read may not. */
export function mayTranslate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['member', 'coordinator', 'chair'])
}
