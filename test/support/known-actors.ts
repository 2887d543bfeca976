import { features } from '../../src/features/index.ts'
import { type Actor, anonymous, type Person } from '../../src/platform/context/actor.ts'
import { newId } from '../../src/platform/context/identifier.ts'

/**
 * Lets requests of the applications that are opened afterwards come from these people, without accounts: by the header
 * `authorization: NAME`.
 */
export function knowActors(actors: ReadonlyMap<string, Actor>): void {
  features.unshift({
    name: 'known-actors',
    messages: { fr: {}, ko: {}, en: {} },
    identify: () => async (request) => actors.get(request.headers.authorization ?? '') ?? anonymous,
  })
}

/** Somebody who holds nothing, in a browser; what matters to the test is given. */
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
