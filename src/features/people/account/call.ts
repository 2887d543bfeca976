import { type PageRequest, readPageRequest } from '../../../platform/http/page-request.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../persons.queries.ts'
import { sessionOf } from '../sessions/call.ts'
import { isFresh } from '../sessions/lifetime.ts'
import type { Session } from '../sessions/queries.ts'

export interface AccountRequest extends PageRequest {
  session: Session
  person: Awaited<ReturnType<typeof findPerson>>
}

/** A request about one's own account; null, and on the way to sign in, for who is not signed in. */
export async function readAccountRequest(visit: Visit): Promise<AccountRequest | null> {
  const { request, reply } = visit
  const page = readPageRequest(visit)
  const { reader } = page
  const session = sessionOf(request)
  if (session === null) {
    const account = paths.account(reader.interfaceLanguage)
    reply.header('cache-control', 'no-store').redirect(paths.signIn(reader.interfaceLanguage, account), 303)
    return null
  }
  const person = await findPerson(page.context, session.personId)
  return { ...page, session, person }
}

/** The same about a guarded section; null, and on the way to sign in anew, for who has not done so just before. */
export async function readProvenRequest(
  visit: Visit,
  section: GuardedSection,
): Promise<AccountRequest | null> {
  const asked = await readAccountRequest(visit)
  const proof = asked && proofFor(visit, section)
  if (proof === null) return asked
  visit.reply.redirect(proof, 303)
  return null
}

/** What says who gets into an account, and what ends it for good: whoever changes them has signed in just before. */
export type GuardedSection = 'address' | 'passkeys' | 'tokens' | 'erasure'

/**
 * Where to prove oneself anew before changing a guarded section, and from there back to it; null for who has just done so, and for who
 * is not signed in at all.
 */
export function proofFor(visit: Visit, section: GuardedSection): string | null {
  const { request, application } = visit
  const session = sessionOf(request)
  if (session === null || isFresh(application.clock, session)) return null
  const { interfaceLanguage } = readPageRequest(visit).reader
  return paths.signInAgain(interfaceLanguage, paths.guarded(interfaceLanguage, section))
}
