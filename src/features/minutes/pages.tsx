import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addActionRoutes } from './actions/pages.tsx'
import { addAgendaRoutes } from './agenda/pages.tsx'
import { addAmendmentRoutes } from './amendments/pages.tsx'
import { addAttendanceRoutes } from './attendance/pages.tsx'
import { addConvocationRoutes } from './convocations/pages.tsx'
import { addDecisionRoutes } from './decisions/pages.tsx'
import { addExportRoutes } from './exports/pages.tsx'
import { addMeetingRoutes } from './meetings/pages.tsx'
import { addNoteRoutes } from './notes/pages.tsx'
import { addResourceRoutes } from './resources/pages.tsx'
import { addSectionRoutes } from './sections/pages.tsx'

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
