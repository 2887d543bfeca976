import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addAnsweringRoutes } from './answering/routes.tsx'
import { addClosingRoutes } from './closing/routes.tsx'
import { addConsentRoutes } from './consent/routes.tsx'
import { addContactRoutes } from './contacts/routes.tsx'
import { addEditingRoutes } from './editing.routes.tsx'
import { addFollowedRoutes } from './followed/routes.tsx'
import { addListRoutes } from './list/routes.tsx'
import { addMakingRoutes } from './making/routes.tsx'
import { addOverviewRoutes } from './overview/routes.tsx'
import { addRelayRoutes } from './relays/routes.tsx'

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
