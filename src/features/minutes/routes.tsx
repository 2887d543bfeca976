import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addActionRoutes } from './actions/routes.tsx'
import { addAgendaRoutes } from './agenda/routes.tsx'
import { addAmendmentRoutes } from './amendments/routes.tsx'
import { addAttendanceRoutes } from './attendance/routes.tsx'
import { addConvocationRoutes } from './convocations/routes.tsx'
import { addDecisionRoutes } from './decisions/routes.tsx'
import { addExportRoutes } from './exports/routes.tsx'
import { addMeetingRoutes } from './meetings/routes.tsx'
import { addNoteRoutes } from './notes/routes.tsx'
import { addResourceRoutes } from './resources/routes.tsx'
import { addSectionRoutes } from './sections/routes.tsx'

/** The pages of meetings, a folder a noun. */
export function addMinutesRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addMeetingRoutes,
    addDecisionRoutes,
    addActionRoutes,
    addAgendaRoutes,
    addAttendanceRoutes,
    addNoteRoutes,
    addSectionRoutes,
    addAmendmentRoutes,
    addConvocationRoutes,
    addResourceRoutes,
    addExportRoutes,
  ])
    add(app, application)
}
