import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addClocksApi } from './clocks.api.ts'
import { addEventsApi } from './events/api.ts'
import { addHolidaysApi } from './holidays/api.ts'
import { addOverlapApi } from './overlap/api.ts'
import { addPlanningApi } from './planning/api.ts'
import { addPollsApi } from './polls/api.ts'

/** Aids to planning across countries, for programs: one noun each. */
export function addAgendaApi(app: FastifyInstance, application: Application): void {
  for (const add of [addEventsApi, addHolidaysApi, addClocksApi, addOverlapApi, addPlanningApi, addPollsApi])
    add(app, application)
}
