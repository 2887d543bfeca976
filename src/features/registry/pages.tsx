import type { FastifyInstance } from 'fastify'
import { callContext } from '../../platform/http/api/call-context.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { addConfirmationRoutes } from './confirmations/pages.tsx'
import { addCooperationRoutes } from './cooperations/pages.tsx'
import { addGroupRoutes } from './group/pages.tsx'
import { addHomeRoutes } from './home/pages.tsx'
import { listPages } from './listed-pages.queries.ts'
import { addOrganisationRoutes } from './organisations/pages.tsx'
import { addSearchRoutes } from './search/pages.tsx'
import { addSourceRoutes } from './sources/pages.tsx'
import { addNoteRoutes } from './visit-note/pages.tsx'

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
    addConfirmationRoutes,
  ]) {
    add(app, application)
  }
}

/** The public pages of every network, for search engines. */
export async function listRegistryPages(application: Application): Promise<SitemapEntry[]> {
  return listPages(callContext(application), application.settings.now)
}
