import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addAnsweringRoutes } from './ballots/pages.tsx'
import { addPolledRoutes } from './by-link.pages.tsx'
import { addDateChoiceRoutes } from './choose-date/pages.tsx'
import { addKeepingRoutes } from './keeping.pages.tsx'
import { addListRoutes } from './list.pages.tsx'
import { addMakingRoutes } from './making/pages.tsx'

/** Asking when something is to be: the form, the answers of those with an account and without, what came of it. */
export function addPollRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [
    addListRoutes,
    addMakingRoutes,
    addAnsweringRoutes,
    addKeepingRoutes,
    addDateChoiceRoutes,
    addPolledRoutes,
  ])
    add(app, application)
}
