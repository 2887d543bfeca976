/** Roles that a person may hold in a network, by how far they reach. */
export const roles = ['chair', 'coordinator', 'member', 'contributor', 'reader'] as const
export type Role = (typeof roles)[number]

/** What an API token may be used for; a person in a browser has no such limit. */
export const scopes = [
  'read',
  'write:organisations',
  'write:cooperations',
  'write:events',
  'write:wishes',
  'write:practices',
  'write:questions',
  'write:members',
  'suggest',
] as const
export type Scope = (typeof scopes)[number]

/** One role that a person holds today in one network, for some organisations or for none. */
export interface Holding {
  networkId: string
  role: Role
  /** The organisations that a member or a contributor speaks for. */
  organisationIds: string[]
}

export interface Anonymous {
  kind: 'anonymous'
}

/** The operator, at the server’s command line. */
export interface Operator {
  kind: 'operator'
}

export interface Person {
  kind: 'person'
  personId: string
  name: string
  /** The person is an operator of this server: above every network. */
  isOperator: boolean
  holdings: readonly Holding[]
  /** The languages that the person reads (BCP 47); null or left out until they say. */
  languages?: readonly string[] | null
  /** What the API token allows; null in a browser. */
  scopes: readonly Scope[] | null
}

export type Actor = Anonymous | Operator | Person

export const anonymous: Anonymous = { kind: 'anonymous' }

/** Whether the actor is an operator of this server, at its command line or signed in. */
export function operates(actor: Actor): boolean {
  return actor.kind === 'operator' || (actor.kind === 'person' && actor.isOperator)
}

export function holds(actor: Actor, networkId: string, wanted: readonly Role[]): boolean {
  return (
    actor.kind === 'person' &&
    actor.holdings.some((holding) => holding.networkId === networkId && wanted.includes(holding.role))
  )
}

/** The organisations for which the actor holds one of these roles in a network. */
export function organisationsOf(actor: Actor, networkId: string, wanted: readonly Role[]): string[] {
  if (actor.kind !== 'person') return []
  return actor.holdings
    .filter((holding) => holding.networkId === networkId && wanted.includes(holding.role))
    .flatMap((holding) => holding.organisationIds)
}

/** The account of the actor; null for one without. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}

/** The actor, as written in the activity log. */
export function describeActor(actor: Actor): string {
  return actor.kind === 'person' ? `person:${actor.personId}` : actor.kind
}
