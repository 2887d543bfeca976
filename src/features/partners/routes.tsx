import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'

/** The pages of partners, a folder a noun. */
export function addPartnersRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [] as ((app: FastifyInstance, application: Application) => void)[]) add(app, application)
}
