import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addExpectationRoutes } from './expectations/routes.tsx'
import { addReciprocityRoutes } from './reciprocity/routes.tsx'

/** The pages of partners, a folder a noun. */
export function addPartnersRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addExpectationRoutes, addReciprocityRoutes]) add(app, application)
}
