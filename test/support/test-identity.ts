import { type Actor, anonymous, type Person, type Role } from '../../src/platform/context/actor.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import type { Identify } from '../../src/platform/http/identity.ts'

/** Reads the actor from a header: `openTestApp({ identify: testIdentity })`. */
export const testIdentity: Identify = async ({ headers: { authorization = '' } }) => {
  const [scheme, actor = ''] = authorization.split(' ')
  return scheme === 'Test' ? (JSON.parse(Buffer.from(actor, 'base64').toString()) as Actor) : anonymous
}

/** The headers of a request by an actor. */
export function signedInAs(actor: Actor): Record<string, string> {
  return { authorization: `Test ${Buffer.from(JSON.stringify(actor)).toString('base64')}` }
}

/** A person who holds a role in a network. */
export function personWith(role: Role, networkId: string, organisationIds: string[] = []): Person {
  return {
    kind: 'person',
    personId: newId(),
    name: `A ${role}`,
    isOperator: false,
    holdings: [{ networkId, role, organisationIds }],
    scopes: null,
  }
}
