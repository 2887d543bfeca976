import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addCommitmentRoutes } from './commitments/pages.tsx'
import { addEmbedRoutes } from './embed/pages.tsx'
import { addEventFormRoutes } from './events/forms/pages.tsx'
import { addMonthRoutes } from './events/month/pages.tsx'
import { addEventRoutes } from './events/pages.tsx'
import { addPlaceRoutes } from './events/places/pages.tsx'
import { addTripRoutes } from './events/trips/pages.tsx'
import { addWeekRoutes } from './events/week/pages.tsx'
import { addFeedRoutes } from './feeds/pages.tsx'
import { addHolidayRoutes } from './holidays/pages.tsx'
import { addSeatsRoutes } from './missions/seats/pages.tsx'
import { addOverlapRoutes } from './overlap/pages.tsx'
import { addPlanningRoutes } from './planning/pages.tsx'
import { addPollRoutes } from './polls/pages.tsx'
import { addProposalRoutes } from './proposals/pages.tsx'
import { addRegistrationRoutes } from './registration/pages.tsx'

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
