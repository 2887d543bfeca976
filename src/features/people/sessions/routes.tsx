import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { sessionOf } from './call.ts'
import { endSession } from './commands.ts'
import { cookieAttributes, cookieName } from './session-cookie.ts'

export function addSessionRoutes(app: FastifyInstance, application: Application): void {
  const { baseUrl } = application.settings
  app.post('/:language/sign-out', async (request, reply) => {
    const { reader } = readPageRequest(application, request)
    const session = sessionOf(request)
    if (session) await endSession(application, session.personId, session.id)
    const { maxAge: _, ...attributes } = cookieAttributes(baseUrl)
    reply.clearCookie(cookieName(baseUrl), attributes)
    return reply.redirect(`/${reader.interfaceLanguage}`, 303)
  })
}
