import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addOwnRoutes } from './by-link/pages.tsx'
import { addCheckInRoutes } from './check-in.pages.tsx'
import { addEntryRoutes } from './entries/pages.tsx'
import { addExportRoutes } from './exports.pages.tsx'
import { addIntakeRoutes } from './intake/pages.tsx'
import { addListRoutes } from './list/pages.tsx'
import { addSettingsRoutes } from './settings/pages.tsx'

/** Registration for events: the forms, the terms, and the list of who comes. */
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
