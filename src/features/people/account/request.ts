import { loadPageRequest, type PageRequest } from '../../../platform/http/page-request.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../queries.ts'
import { isFresh } from '../sessions/lifetime.ts'
import type { Session } from '../sessions/queries.ts'
import { sessionOf } from '../sessions/request.ts'

export interface AccountRequest extends PageRequest {
  session: Session
  person: Awaited<ReturnType<typeof findPerson>>
}

/** Reads a request about one’s own account. Returns null, after redirecting to sign-in, when nobody is signed in. */
export async function loadAccountRequest(visit: Visit): Promise<AccountRequest | null> {
  const { request, reply } = visit
  const page = loadPageRequest(visit)
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

/** Reads a request about a guarded section of the account. Returns null, after redirecting, unless the person signed in just before. */
export async function loadProvenRequest(
  visit: Visit,
  section: GuardedSection,
): Promise<AccountRequest | null> {
  const loaded = await loadAccountRequest(visit)
  const proof = loaded && proofFor(visit, section)
  if (proof === null) return loaded
  visit.reply.redirect(proof, 303)
  return null
}

/** The sections that decide who gets into an account, and the one that ends it for good. A change needs a recent sign-in. */
export type GuardedSection = 'address' | 'passkeys' | 'tokens' | 'erasure'

/**
 * The address at which to sign in again before changing a guarded section, and which leads back to it. Null when the sign-in is recent, or
 * when nobody is signed in.
 */
export function proofFor(visit: Visit, section: GuardedSection): string | null {
  const { request, application } = visit
  const session = sessionOf(request)
  if (session === null || isFresh(application.clock, session)) return null
  const { interfaceLanguage } = loadPageRequest(visit).reader
  return paths.signInAgain(interfaceLanguage, paths.guarded(interfaceLanguage, section))
}
