import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../persons/queries.ts'
import { sessionOf } from '../sessions/call.ts'
import { isFresh } from '../sessions/lifetime.ts'

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

/** What says who gets into an account, and what ends it for good: whoever changes them has signed in just before. */
export type GuardedSection = 'address' | 'passkeys' | 'tokens' | 'erasure'

/**
 * Where to prove oneself anew before changing a guarded section, and from there back to it; null for who has just done so, and for who
 * is not signed in at all.
 */
export function proofFor(
  application: Application,
  request: FastifyRequest,
  section: GuardedSection,
): string | null {
  const session = sessionOf(request)
  if (session === null || isFresh(application.clock, session)) return null
  const { interfaceLanguage } = readPageRequest(application, request).reader
  return paths.signInAgain(interfaceLanguage, paths.guarded(interfaceLanguage, section))
}
