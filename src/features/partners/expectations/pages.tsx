import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addAnsweringRoutes } from './answering/pages.tsx'
import { addFollowedRoutes } from './by-link/pages.tsx'
import { addClosingRoutes } from './closing/pages.tsx'
import { addConsentRoutes } from './consent/pages.tsx'
import { addContactRoutes } from './contacts/pages.tsx'
import { addEditingRoutes } from './editing.pages.tsx'
import { addListRoutes } from './list/pages.tsx'
import { addMakingRoutes } from './making/pages.tsx'
import { addOverviewRoutes } from './overview.pages.tsx'
import { addRelayRoutes } from './relays/pages.tsx'

/** What organisations expect of members: stated, answered, put to others, gathered into a reply, closed. */
export function addExpectationRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addMakingRoutes,
    addOverviewRoutes,
    addEditingRoutes,
    addAnsweringRoutes,
    addConsentRoutes,
    addRelayRoutes,
    addContactRoutes,
    addClosingRoutes,
    addFollowedRoutes,
  ])
    add(app, application)
}
