import type { FastifyRequest } from 'fastify'
import { anonymous } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Identify } from '../../../platform/http/identity.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { beginSession, endSession, type NewSession, noteUse } from './commands.ts'
import { noteUseAfterMs } from './lifetime.ts'
import { lookUpSession, type Session } from './queries.ts'
import { cookieAttributes, cookieName, readSignedToken, signToken } from './session-cookie.ts'

const sessions = new WeakMap<FastifyRequest, Session>()

/** The session of a request that has been identified. */
export function sessionOf(request: FastifyRequest): Session | null {
  return sessions.get(request) ?? null
}

/** Identifies the sender of a request by the session cookie. */
export function identifyBySession(application: Application): Identify {
  const name = cookieName(application.settings.baseUrl)
  return async (request) => {
    const cookie = request.cookies[name]
    const token = cookie ? readSignedToken(application.secret, cookie) : null
    const session = token ? await lookUpSession(application, token) : null
    if (session === null) return anonymous
    const unused = application.clock.now().epochMilliseconds - session.usedAt.getTime()
    if (unused > noteUseAfterMs) await noteUse(application, session)
    sessions.set(request, session)
    return {
      kind: 'person',
      personId: session.personId,
      name: session.name,
      isOperator: session.isOperator,
      holdings: session.holdings,
      languages: session.languages,
      scopes: null,
    }
  }
}

/** Signs a person in on this browser. Its previous session ends, so that nobody continues in a session planted by another person. */
export async function signInHere(visit: Visit, session: Omit<NewSession, 'userAgent'>): Promise<void> {
  const { request, application, reply } = visit
  const before = sessionOf(request)
  if (before) await endSession(application, before.personId, before.id)
  const token = await beginSession(application, { ...session, userAgent: request.headers['user-agent'] })
  reply
    .header('cache-control', 'no-store')
    .setCookie(
      cookieName(application.settings.baseUrl),
      signToken(application.secret, token),
      cookieAttributes(application.settings.baseUrl),
    )
}
