import { dayOf } from '../context/clock.ts'
import type { Context } from '../context/context.ts'
import type { Application } from '../http/application.ts'

/** The context of the operator: for the command line, and the start itself. */
export function operatorContext(application: Application): Context {
  return {
    actor: { kind: 'operator' },
    clock: application.clock,
    database: application.database,
    today: application.settings.now ?? dayOf(application.clock),
  }
}
