import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addCountingRoutes } from './counting/routes.tsx'
import { addIssueRoutes } from './issues/routes.tsx'
import { addSubscriberRoutes } from './subscribers/routes.tsx'

/** The pages of the letter: what it tells, and who reads it. */
export function addNewsletterRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addIssueRoutes, addSubscriberRoutes, addCountingRoutes]) add(app, application)
}
