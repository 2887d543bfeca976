import { type Actor, holds, operates } from '../../platform/context/actor.ts'

/** Operators look after the server: they create groups and load their first content. */
export function mayAddNetworks(actor: Actor): boolean {
  return operates(actor)
}

/** Chair and coordinators record to which organisation the chair passes. */
export function mayRecordChair(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chair and coordinators keep the members of a group, with role and end; the chair passes separately. */
export function mayKeepMembers(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chair and coordinators write a group’s name, its purpose and its languages. */
export function mayDescribeNetwork(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Chair and coordinators choose whether contributions are reviewed before they are published. */
export function mayChoosePublication(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['chair', 'coordinator'])
}

/** Everyone who takes part in a group may write its texts in another language; readers may not. */
export function mayTranslate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['member', 'coordinator', 'chair'])
}
