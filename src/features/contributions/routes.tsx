import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAddingRoutes } from './adding/routes.tsx'
import { addCorrectionRoutes } from './corrections/routes.tsx'
import { addEditingRoutes } from './editing/routes.tsx'
import { addFeedRoutes } from './feed.routes.tsx'
import { addOverviewRoutes } from './overview.routes.tsx'
import { addSuggestionRoutes } from './suggestions/routes.tsx'
import { addVersionRoutes } from './versions/routes.tsx'

const parts = [
  addVersionRoutes,
  addOverviewRoutes,
  addAddingRoutes,
  addEditingRoutes,
  addSuggestionRoutes,
  addCorrectionRoutes,
  addFeedRoutes,
]

/** The pages on which people change records, and see what was changed. */
export function addContributionRoutes(app: FastifyInstance, application: Application): void {
  for (const add of parts) add(app, application)
}
