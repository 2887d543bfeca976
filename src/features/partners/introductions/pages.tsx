import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addFollowedRoutes } from './by-link.pages.tsx'
import { addInterestRoutes } from './interest/pages.tsx'
import { addListRoutes } from './list.pages.tsx'
import { addTalksRoutes } from './talks/pages.tsx'

/** From “we are interested” to a cooperation: the form, the talks, those without an account. */
export function addIntroductionRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addInterestRoutes, addListRoutes, addTalksRoutes, addFollowedRoutes])
    add(app, application)
}
