import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addEditingRoutes } from './editing/routes.tsx'
import { addOverviewRoutes } from './overview/routes.tsx'
import { addVersionRoutes } from './versions/routes.tsx'

/** The pages on which people change records, and see what was changed. */
export function addContributionRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addVersionRoutes, addOverviewRoutes, addEditingRoutes]) add(app, application)
}
