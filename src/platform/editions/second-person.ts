import { type Actor, personIdOf } from '../context/actor.ts'

/**
 * Whether the actor is another person than the one who last wrote (an account; null for one who has none any more). Somebody without an
 * account is never known to be another.
 */
export function isSecondPerson(actor: Actor, lastAuthorId: string | null): boolean {
  const personId = personIdOf(actor)
  return personId !== null && personId !== lastAuthorId
}
