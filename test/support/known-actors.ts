import { type Actor, anonymous, type Person } from '../../src/platform/context/actor.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import type { Identify } from '../../src/platform/http/identity.ts'

/** Reads the actor from the header `authorization: NAME`, without accounts: `openTestApp({ identify: knownActors(actors) })`. */
export function knownActors(actors: ReadonlyMap<string, Actor>): Identify {
  return async (request) => actors.get(request.headers.authorization ?? '') ?? anonymous
}

/** A person without any role, in a browser; what matters to the test is given. */
export function somebody(given: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    personId: newId(),
    name: 'Claire Martin',
    isOperator: false,
    holdings: [],
    scopes: null,
    ...given,
  }
}
