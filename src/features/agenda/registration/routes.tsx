import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addCheckInRoutes } from './check-in.routes.tsx'
import { addEntryRoutes } from './entries/routes.tsx'
import { addExportRoutes } from './exports/routes.tsx'
import { addIntakeRoutes } from './intake/routes.tsx'
import { addListRoutes } from './list/routes.tsx'
import { addOwnRoutes } from './own/routes.tsx'
import { addSettingsRoutes } from './settings/routes.tsx'

/** Registration for events: by whom, on which terms, and who comes. */
export function addRegistrationRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addIntakeRoutes,
    addOwnRoutes,
    addSettingsRoutes,
    addListRoutes,
    addEntryRoutes,
    addExportRoutes,
    addCheckInRoutes,
  ])
    add(app, application)
}
