import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAssignmentRoutes } from './assignment/pages.tsx'
import { addExpectationRoutes } from './expectations/pages.tsx'
import { addIntroductionRoutes } from './introductions/pages.tsx'
import { addReciprocityRoutes } from './reciprocity/pages.tsx'
import { addRoundRoutes } from './rounds/pages.tsx'
import { addPairRoutes } from './suggestions/keeping/pages.tsx'
import { addSuggestionRoutes } from './suggestions/pages.tsx'
import { addWishRoutes } from './wishes/pages.tsx'

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
