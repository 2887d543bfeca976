import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../persons/queries.ts'
import { sessionOf } from '../sessions/call.ts'

/** A request about one's own account; null, and on the way to sign in, for who is not signed in. */
export async function readAccountRequest(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { context, reader } = readPageRequest(application, request)
  const session = sessionOf(request)
  if (session === null) {
    const account = paths.account(reader.interfaceLanguage)
    reply.header('cache-control', 'no-store').redirect(paths.signIn(reader.interfaceLanguage, account), 303)
    return null
  }
  return { context, reader, session, person: await findPerson(context, session.personId) }
}
