import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addCountingRoutes } from './counting/routes.tsx'
import { addIssueRoutes } from './issues/routes.tsx'
import { addSendingRoutes } from './sending/routes.tsx'
import { addSubscriberRoutes } from './subscribers/routes.tsx'

/** The pages of the letter: what it tells, how it gets to its readers, and who reads it. */
export function addNewsletterRoutes(app: FastifyInstance, application: Application): void {
  const pages = [addIssueRoutes, addSendingRoutes, addSubscriberRoutes, addCountingRoutes]
  for (const add of pages) add(app, application)
}
