import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { readForm } from '../../../platform/input/form.ts'
import { readNext } from '../../../platform/input/next.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { proofFor } from '../account/request.ts'
import { readIdentifier } from '../network-people/request.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../persons.queries.ts'
import { endSession } from '../sessions/commands.ts'
import { sessionOf, signInHere } from '../sessions/request.ts'
import { findLanding } from '../sign-in/queries.ts'
import { removePasskey, renamePasskey, tellOfPasskey } from './commands.ts'
import { type CeremonyAnswer, passkeysOf } from './request.ts'
import { additionBody, knownBy, passkeyName, signInBody } from './schema.ts'

export function addPasskeyRoutes(app: FastifyInstance, application: Application): void {
  addAdditions(app, application)
  addSignIn(app, application)
  addOwnPasskeys(app, application)
}

function addAdditions(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/account/passkeys/challenge', async (visit) => {
    const { request, reply } = visit
    const personId = sessionOf(request)?.personId ?? notFound()
    const proof = proofFor(visit, 'passkeys')
    if (proof !== null) return askForProof(reply, proof)
    const passkeys = await passkeysOf(application)
    return answer(reply, await passkeys.askToAdd({ cookie: challengeOf(request), personId }))
  })

  pages.post('/:language/account/passkeys', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const personId = sessionOf(request)?.personId ?? notFound()
    const proof = proofFor(visit, 'passkeys')
    if (proof !== null) return askForProof(reply, proof)
    const body = additionBody.safeParse(request.body)
    if (!body.success) throw new Refusal('wrongInput')
    const passkeys = await passkeysOf(application)
    const ceremony = { cookie: challengeOf(request), personId }
    const added = await passkeys.add(ceremony, body.data.response, body.data.name)
    if (!added.ok) return answer(reply, added)
    await tellOfPasskey(context, application, personId)
    const next = `${paths.account(reader.interfaceLanguage)}#passkeys`
    return answer(reply, { ...added, body: { next } })
  })
}

function addSignIn(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/sign-in/passkey/challenge', async ({ request, reply }) => {
    const passkeys = await passkeysOf(application)
    return answer(reply, await passkeys.askToSignIn({ cookie: challengeOf(request) }))
  })

  pages.post('/:language/sign-in/passkey', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const body = signInBody.safeParse(request.body)
    if (!body.success) throw new Refusal('wrongInput')
    const passkeys = await passkeysOf(application)
    const done = await passkeys.signIn({ cookie: challengeOf(request) }, body.data.response)
    const known = knownBy.safeParse(done.body)
    if (!done.ok || !known.success) return answer(reply, { ...done, ok: false })
    const person = await findPerson(context, known.data.user.id)
    // better-auth has begun its own session. It is replaced by one of ours, with our lifetimes and our cookie.
    await endSession(application, person.id, known.data.session.id)
    await signInHere(visit, {
      personId: person.id,
      isOperator: person.operatorSince !== null,
      method: 'passkey',
    })
    const next =
      readNext(body.data.next ?? undefined) ??
      (await findLanding(application, person.id, reader.interfaceLanguage))
    return reply.header('cache-control', 'no-store').send({ next })
  })
}

function addOwnPasskeys(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.post('/:language/account/passkeys/:id/name', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const personId = sessionOf(request)?.personId ?? notFound()
    const form = readForm(passkeyName, request.body)
    if (form.valid) await renamePasskey(context, personId, readIdentifier(request), form.data.passkeyName)
    return reply.redirect(`${paths.account(reader.interfaceLanguage)}#passkeys`, 303)
  })

  pages.post('/:language/account/passkeys/:id/removal', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const personId = sessionOf(request)?.personId ?? notFound()
    const proof = proofFor(visit, 'passkeys')
    if (proof !== null) return reply.redirect(proof, 303)
    await removePasskey(context, personId, readIdentifier(request))
    return reply.redirect(`${paths.account(reader.interfaceLanguage)}#passkeys`, 303)
  })
}

// Passes the ceremony its own cookie only: who is signed in is known here.
function challengeOf(request: FastifyRequest): string | undefined {
  const own = (request.headers.cookie ?? '').split(';').find((part) => /entente\.passkey=/.test(part))
  return own?.trim()
}

// Answers a script: the page itself goes to the address.
function askForProof(reply: FastifyReply, next: string): FastifyReply {
  return reply.header('cache-control', 'no-store').code(403).send({ next })
}

function answer(reply: FastifyReply, { ok, body, setCookies }: CeremonyAnswer): FastifyReply {
  const cookies = setCookies.filter((cookie) => /entente\.passkey=/.test(cookie))
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  reply.header('cache-control', 'no-store').code(ok ? 200 : 401)
  return reply.send(ok ? body : { failed: true })
}
