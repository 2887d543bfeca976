import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAssignmentRoutes } from './assignment/routes.tsx'
import { addExpectationRoutes } from './expectations/routes.tsx'
import { addIntroductionRoutes } from './introductions/routes.tsx'
import { addReciprocityRoutes } from './reciprocity/routes.tsx'
import { addRoundRoutes } from './rounds/routes.tsx'
import { addPairRoutes } from './suggestions/keeping/routes.tsx'
import { addSuggestionRoutes } from './suggestions/routes.tsx'
import { addWishRoutes } from './wishes/routes.tsx'

/** The pages of partners, a folder a noun. */
export function addPartnersRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addWishRoutes,
    addIntroductionRoutes,
    addExpectationRoutes,
    addReciprocityRoutes,
    addRoundRoutes,
    addPairRoutes,
    addSuggestionRoutes,
    addAssignmentRoutes,
  ])
    add(app, application)
}
