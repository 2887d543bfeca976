import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAddingRoutes } from './adding/pages.tsx'
import { addCorrectionRoutes } from './corrections/pages.tsx'
import { addEditingRoutes } from './editing/pages.tsx'
import { addFeedRoutes } from './feed.pages.tsx'
import { addOverviewRoutes } from './overview.pages.tsx'
import { addSuggestionRoutes } from './suggestions/pages.tsx'
import { addVersionRoutes } from './versions/pages.tsx'

const parts = [
  addVersionRoutes,
  addOverviewRoutes,
  addAddingRoutes,
  addEditingRoutes,
  addSuggestionRoutes,
  addCorrectionRoutes,
  addFeedRoutes,
]

export function addContributionRoutes(app: FastifyInstance, application: Application): void {
  for (const add of parts) add(app, application)
}
