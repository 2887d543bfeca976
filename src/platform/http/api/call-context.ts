import type { FastifyRequest } from 'fastify'
import { anonymous } from '../../context/actor.ts'
import { dayOf } from '../../context/clock.ts'
import type { Context } from '../../context/context.ts'
import type { Application } from '../application.ts'
import { actorOf } from '../identity.ts'

/** The context of a program's call, on the day of the clock; anonymous without a request. */
export function callContext({ clock, database }: Application, request?: FastifyRequest): Context {
  return { actor: request ? actorOf(request) : anonymous, clock, database, today: dayOf(clock) }
}
