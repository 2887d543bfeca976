import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addConsentRoutes } from './consents/pages.tsx'
import { addExportRoutes } from './exports.pages.tsx'
import { addHolderRoutes } from './holders/pages.tsx'
import { addListRoutes } from './list/pages.tsx'
import { addPostRoutes } from './posts/pages.tsx'
import { addProcessingRoutes } from './processing/pages.tsx'
import { addReviewRoutes } from './reminders/pages.tsx'

/** The pages of contacts; `request.ts` decides who gets them. */
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
