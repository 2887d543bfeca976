import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addAnsweringRoutes } from './ballots/routes.tsx'
import { addPolledRoutes } from './invited.routes.tsx'
import { addKeepingRoutes } from './keeping.routes.tsx'
import { addListRoutes } from './list.routes.tsx'
import { addMakingRoutes } from './making/routes.tsx'
import { addTakingRoutes } from './taking/routes.tsx'

/** Asking when something is to be: the form, the answers of those with an account and without, what came of it. */
export function addPollRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addMakingRoutes,
    addAnsweringRoutes,
    addKeepingRoutes,
    addTakingRoutes,
    addPolledRoutes,
  ])
    add(app, application)
}
