import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addCountingRoutes } from './counting/pages.tsx'
import { addIssueRoutes } from './issues/pages.tsx'
import { addSendingRoutes } from './sending/pages.tsx'
import { addSubscriberRoutes } from './subscribers/pages.tsx'

/** The pages of the letter: its contents, its sending, and its readers. */
export function addNewsletterRoutes(app: FastifyInstance, application: Application): void {
  const pages = [addIssueRoutes, addSendingRoutes, addSubscriberRoutes, addCountingRoutes]
  for (const add of pages) add(app, application)
}
