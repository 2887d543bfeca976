import { type Actor, holds, operates, organisationsOf, type Role } from '../../platform/context/actor.ts'

const everyRole: readonly Role[] = ['chair', 'coordinator', 'member', 'contributor', 'reader']
const readers: readonly Role[] = ['chair', 'coordinator', 'member']

/** Contacts are read in a browser only: a program that had them would be one more list of addresses. */
function isProgram(actor: Actor): boolean {
  return actor.kind === 'person' && actor.scopes !== null
}

/** Everyone with a role in a network sees its posts and their holders. */
export function mayReadPosts(actor: Actor, networkId: string): boolean {
  return !isProgram(actor) && (operates(actor) || holds(actor, networkId, everyRole))
}

/** Which posts have which trade is read by programs too: a function names nobody. */
export function mayReadTrades(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, everyRole)
}

/** Addresses are for chairs, coordinators and members; a contributor sees those of its own body. */
export function mayReadAddresses(actor: Actor, networkId: string, organisationId: string): boolean {
  if (isProgram(actor)) return false
  return (
    operates(actor) ||
    holds(actor, networkId, readers) ||
    organisationsOf(actor, networkId, ['contributor']).includes(organisationId)
  )
}

/** Whether the actor may export the list, with its addresses. */
export function mayExportContacts(actor: Actor, networkId: string): boolean {
  return !isProgram(actor) && (operates(actor) || holds(actor, networkId, readers))
}

/** Chairs and coordinators look after the whole list, and are accountable for it. */
export function mayManageContacts(actor: Actor, networkId: string): boolean {
  return !isProgram(actor) && (operates(actor) || holds(actor, networkId, ['chair', 'coordinator']))
}

/** Members and contributors look after the contacts of the organisations they speak for. */
export function mayEditContacts(actor: Actor, networkId: string, organisationId: string): boolean {
  if (isProgram(actor)) return false
  return (
    mayManageContacts(actor, networkId) ||
    organisationsOf(actor, networkId, ['member', 'contributor']).includes(organisationId)
  )
}

/** Whether the actor may add contacts of any organisation at all. */
export function mayAddContacts(actor: Actor, networkId: string): boolean {
  if (isProgram(actor)) return false
  return (
    mayManageContacts(actor, networkId) ||
    organisationsOf(actor, networkId, ['member', 'contributor']).length > 0
  )
}
