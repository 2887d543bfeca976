import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addConsentRoutes } from './consents/routes.tsx'
import { addExportRoutes } from './exports/routes.tsx'
import { addHolderRoutes } from './holders/routes.tsx'
import { addListRoutes } from './list/routes.tsx'
import { addPostRoutes } from './posts/routes.tsx'
import { addProcessingRoutes } from './processing/routes.tsx'
import { addReviewRoutes } from './reminders/routes.tsx'

/** The pages of contacts; whom they exist for is said in `call.ts`. */
export function addContactsRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addExportRoutes,
    addReviewRoutes,
    addProcessingRoutes,
    addPostRoutes,
    addHolderRoutes,
    addConsentRoutes,
  ])
    add(app, application)
}
