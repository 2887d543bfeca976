import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addOwnRoutes } from './by-link.pages.tsx'
import { addExportRoutes } from './exports.pages.tsx'
import { addIntakeRoutes } from './intake.pages.tsx'
import { addLeavingRoutes } from './leaving/pages.tsx'
import { addListRoutes } from './list/pages.tsx'
import { addMemberRoutes } from './members/pages.tsx'

/** The readers of a network’s letter: subscribing, choices, leaving, and their list for coordinators. */
export function addSubscriberRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addIntakeRoutes,
    addOwnRoutes,
    addLeavingRoutes,
    addListRoutes,
    addMemberRoutes,
    addExportRoutes,
  ])
    add(app, application)
}
