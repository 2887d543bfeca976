import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addAssignmentRoutes } from './assignment/routes.tsx'

/** The pages of partners, a folder a noun. */
export function addPartnersRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addAssignmentRoutes]) add(app, application)
}
