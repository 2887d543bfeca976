import { type Actor, holds, operates, organisationsOf } from '../../platform/context/actor.ts'

interface RecordAsked {
  networkId: string
  kind: string
  organisationIds: string[]
}

/** Coordinators, chairs and operators change every record of their network. */
export function mayCoordinate(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, ['coordinator', 'chair'])
}

/** Members change the records of the authorities they speak for; contributors the profile of their own body, and no tie. */
export function mayChangeRecord(actor: Actor, { networkId, kind, organisationIds }: RecordAsked): boolean {
  if (mayCoordinate(actor, networkId)) return true
  const own = organisationsOf(
    actor,
    networkId,
    kind === 'organisation' ? ['member', 'contributor'] : ['member'],
  )
  return organisationIds.some((id) => own.includes(id))
}

/** Everyone with a role in a network may suggest a change of any of its records. */
export function maySuggest(actor: Actor, networkId: string): boolean {
  return (
    operates(actor) || holds(actor, networkId, ['chair', 'coordinator', 'member', 'contributor', 'reader'])
  )
}

/** Members and contributors add organisations (`owners` null); a tie only members of an authority that is a party of it. */
export function mayAddRecord(
  actor: Actor,
  { networkId, owners }: { networkId: string; owners: string[] | null },
): boolean {
  if (mayCoordinate(actor, networkId)) return true
  if (owners === null) return holds(actor, networkId, ['member', 'contributor'])
  const own = organisationsOf(actor, networkId, ['member'])
  return owners.some((id) => own.includes(id))
}

/** Whether the actor’s changes are published at once, in a network that reviews contributions first. */
export function mayPublishUnreviewed(actor: Actor, networkId: string): boolean {
  return mayCoordinate(actor, networkId)
}

/**
 * Coordinators decide on every suggestion; members on those for their own records, if the network does not review first, and never on their
 * own suggestions.
 */
export function mayDecide(
  actor: Actor,
  { publication, authorId, ...record }: RecordAsked & { publication: string; authorId: string | null },
): boolean {
  if (mayCoordinate(actor, record.networkId)) return true
  if (publication !== 'at_once' || actor.kind !== 'person' || actor.personId === authorId) return false
  return mayChangeRecord(actor, record)
}

/** The names of people who made changes are for the people of the network; the public sees the organisations they spoke for. */
export function mayReadNames(actor: Actor, networkId: string): boolean {
  return maySuggest(actor, networkId)
}
