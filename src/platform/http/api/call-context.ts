import type { FastifyRequest } from 'fastify'
import { anonymous, type Person, type Scope } from '../../context/actor.ts'
import { dayOf } from '../../context/clock.ts'
import type { Context } from '../../context/context.ts'
import { Refusal } from '../../refusal.ts'
import type { Application } from '../application.ts'
import { actorOf } from '../identity.ts'

/** The context of a program's call, on the day of the clock; anonymous without a request. */
export function callContext({ clock, database }: Application, request?: FastifyRequest): Context {
  return { actor: request ? actorOf(request) : anonymous, clock, database, today: dayOf(clock) }
}

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
