import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addCommitmentRoutes } from './commitments/routes.tsx'
import { addEmbedRoutes } from './embed/routes.tsx'
import { addEventFormRoutes } from './events/forms/routes.tsx'
import { addMonthRoutes } from './events/month/routes.tsx'
import { addPlaceRoutes } from './events/places/routes.tsx'
import { addEventRoutes } from './events/routes.tsx'
import { addTripRoutes } from './events/trips/routes.tsx'
import { addWeekRoutes } from './events/week/routes.tsx'
import { addFeedRoutes } from './feeds/routes.tsx'
import { addHolidayRoutes } from './holidays/routes.tsx'
import { addSeatsRoutes } from './missions/seats/routes.tsx'
import { addOverlapRoutes } from './overlap/routes.tsx'
import { addPlanningRoutes } from './planning/routes.tsx'
import { addPollRoutes } from './polls/routes.tsx'
import { addProposalRoutes } from './proposals/routes.tsx'
import { addRegistrationRoutes } from './registration/routes.tsx'

/** The pages of the agenda, a folder a noun. */
export function addAgendaRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addHolidayRoutes,
    addPlanningRoutes,
    addOverlapRoutes,
    addPollRoutes,
    addEventFormRoutes,
    addMonthRoutes,
    addWeekRoutes,
    addTripRoutes,
    addPlaceRoutes,
    addEventRoutes,
    addSeatsRoutes,
    addCommitmentRoutes,
    addFeedRoutes,
    addEmbedRoutes,
    addProposalRoutes,
    addRegistrationRoutes,
  ])
    add(app, application)
}
