import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { addMeetingRoutes } from './meetings/routes.tsx'

/** The pages of meetings, a folder a noun. */
export function addMinutesRoutes(app: FastifyInstance, application: Application): void {
  for (const add of [addMeetingRoutes]) add(app, application)
}
