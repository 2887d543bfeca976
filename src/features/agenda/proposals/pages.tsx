import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addFollowedRoutes } from './by-link/pages.tsx'
import { addIntakeRoutes } from './intake/pages.tsx'
import { addModerationRoutes } from './moderation/pages.tsx'

/** Events that anybody proposes: the forms, following, and moderation. */
export function addProposalRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addIntakeRoutes, addFollowedRoutes, addModerationRoutes]) add(app, application)
}
