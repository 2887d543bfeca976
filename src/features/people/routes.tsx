import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addSessionRoutes } from './sessions/routes.tsx'
import { addSignInRoutes } from './sign-in/routes.tsx'

export function addPeopleRoutes(app: FastifyInstance, application: Application): void {
  addSignInRoutes(app, application)
  addSessionRoutes(app, application)
}
