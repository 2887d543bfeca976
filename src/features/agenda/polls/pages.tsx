import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { addAnsweringRoutes } from './ballots/pages.tsx'
import { addPolledRoutes } from './by-link.pages.tsx'
import { addDateChoiceRoutes } from './choose-date/pages.tsx'
import { addKeepingRoutes } from './keeping.pages.tsx'
import { addListRoutes } from './list.pages.tsx'
import { addMakingRoutes } from './making/pages.tsx'

/** Date polls: the form, the answers of people with an account and without, the results. */
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
