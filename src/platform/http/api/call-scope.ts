import type { FastifyRequest } from 'fastify'
import type { Person, Scope } from '../../context/actor.ts'
import { Refusal } from '../../refusal.ts'
import { actorOf } from '../identity.ts'

/**
 * Refuses a call whose token does not allow what it asks for, and, unless anybody may ask, a call without a token. What the token's
 * owner may do is another question, which policies answer.
 */
export function requireScope(request: FastifyRequest, scope: Scope, isForAnybody = false): void {
  const actor = actorOf(request)
  if (actor.kind !== 'person') {
    if (isForAnybody) return
    throw new Refusal('notSignedIn', 'This takes a token: make one on your account page', {
      'www-authenticate': 'Bearer realm="Entente"',
    })
  }
  if (actor.scopes === null || actor.scopes.includes(scope)) return
  throw new Refusal('notAllowed', `The token does not allow "${scope}"`, {
    'www-authenticate': `Bearer realm="Entente", error="insufficient_scope", scope="${scope}"`,
  })
}

/** The owner of the token of a write. */
export function callerOf(request: FastifyRequest): Person {
  const actor = actorOf(request)
  if (actor.kind !== 'person') throw new Refusal('notSignedIn')
  return actor
}
