import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addIntroductionRoutes } from './introductions/routes.tsx'
import { addWishRoutes } from './wishes/routes.tsx'

/** The pages of partners, a folder a noun. */
export function addPartnersRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addWishRoutes, addIntroductionRoutes]) add(app, application)
}
