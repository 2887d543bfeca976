import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addEventRoutes } from './events/routes.tsx'
import { addHolidayRoutes } from './holidays/routes.tsx'
import { addSeatsRoutes } from './missions/seats/routes.tsx'
import { addPlanningRoutes } from './planning/routes.tsx'
import { addProposalRoutes } from './proposals/routes.tsx'

/** The pages of the agenda, a folder a noun. */
export function addAgendaRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addHolidayRoutes, addPlanningRoutes, addEventRoutes, addSeatsRoutes, addProposalRoutes])
    add(app, application)
}
