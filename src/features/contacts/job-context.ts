import { anonymous } from '../../platform/context/actor.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Application } from '../../platform/http/application.ts'

/** The context of a job: of nobody, today by the real clock, whatever day a network is shown on. */
export function jobContext({ clock, database }: Pick<Application, 'clock' | 'database'>): Context {
  return { actor: anonymous, clock, database, today: dayOf(clock) }
}
