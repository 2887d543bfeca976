import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addConfirmationRoutes } from './confirmations/pages.tsx'
import { addCooperationRoutes } from './cooperations/pages.tsx'
import { addGroupRoutes } from './group/pages.tsx'
import { addHomeRoutes } from './home/pages.tsx'
import { addOrganisationRoutes } from './organisations/pages.tsx'
import { addSearchRoutes } from './search/pages.tsx'
import { addSourceRoutes } from './sources/pages.tsx'
import { addNoteRoutes } from './visit-note/pages.tsx'
import { addVisitRoutes } from './visits/pages.tsx'

/** The pages of a network's registry, one folder a noun. */
export function addRegistryRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addHomeRoutes,
    addCooperationRoutes,
    addOrganisationRoutes,
    addSourceRoutes,
    addGroupRoutes,
    addSearchRoutes,
    addNoteRoutes,
    addVisitRoutes,
    addConfirmationRoutes,
  ]) {
    add(app, application)
  }
}
