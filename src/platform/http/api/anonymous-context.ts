import { dayOf } from '../../context/clock.ts'
import type { Context } from '../../context/context.ts'
import type { Application } from '../application.ts'

/** The context of a program that says nothing of itself, on the day of the clock. */
export function anonymousContext({ clock, database }: Application): Context {
  return { actor: { kind: 'anonymous' }, clock, database, today: dayOf(clock) }
}
