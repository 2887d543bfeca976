import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { readForm } from '../../../platform/input/form.ts'
import { readNext } from '../../../platform/input/next.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { proofFor } from '../account/request.ts'
import { readIdentifier } from '../network-people/request.ts'
import { paths } from '../paths.ts'
import { findPerson } from '../queries.ts'
import { endSession } from '../sessions/commands.ts'
import { sessionOf, signInHere } from '../sessions/request.ts'
import { findLanding } from '../sign-in/queries.ts'
import { notifyOfPasskey, removePasskey, renamePasskey } from './commands.ts'
import { additionBody, knownBy, type PasskeyAnswer, passkeyName, signInBody } from './schema.ts'

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
    await notifyOfPasskey(context, application, personId)
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

/** The header that tells a ceremony who it is for: set here, never taken from a request. */
const personHeader = 'x-entente-person'

/** A request to better-auth. */
interface Ceremony {
  /** The cookie that holds the challenge. */
  cookie: string | undefined
  /** The person who adds a passkey; left out when one signs in. */
  personId?: string
}

interface CeremonyAnswer {
  ok: boolean
  body: unknown
  setCookies: string[]
}

type Passkeys = Awaited<ReturnType<typeof openPasskeys>>

const opened = new WeakMap<Application, Promise<Passkeys>>()

/** Passkeys by better-auth, loaded on first use: most visits and most starts never need it. */
export function passkeysOf(application: Application): Promise<Passkeys> {
  const known = opened.get(application) ?? openPasskeys(application)
  opened.set(application, known)
  return known
}

async function openPasskeys(application: Application) {
  const auth = await makeAuth(application)
  const run = async (work: (headers: Headers) => Promise<Response>, { cookie, personId }: Ceremony) => {
    const headers = new Headers()
    if (cookie) headers.set('cookie', cookie)
    if (personId) headers.set(personHeader, personId)
    const response = await work(headers)
    const text = await response.text()
    return {
      ok: response.ok,
      body: text === '' ? null : JSON.parse(text),
      setCookies: response.headers.getSetCookie(),
    } satisfies CeremonyAnswer
  }
  const { api } = auth
  return {
    endpoints: Object.values(api).flatMap((endpoint) => endpoint.path ?? []),
    askToAdd: (ceremony: Ceremony) =>
      run((headers) => api.generatePasskeyRegistrationOptions({ headers, asResponse: true }), ceremony),
    add: (ceremony: Ceremony, response: unknown, name: string | undefined) =>
      run(
        (headers) => api.verifyPasskeyRegistration({ headers, body: { response, name }, asResponse: true }),
        ceremony,
      ),
    askToSignIn: (ceremony: Ceremony) =>
      run((headers) => api.generatePasskeyAuthenticationOptions({ headers, asResponse: true }), ceremony),
    signIn: (ceremony: Ceremony, response: PasskeyAnswer) =>
      run(
        (headers) => api.verifyPasskeyAuthentication({ headers, body: { response }, asResponse: true }),
        ceremony,
      ),
  }
}

async function makeAuth({ settings, database, secret, log }: Application) {
  const [{ betterAuth }, { passkey }, { APIError }] = await Promise.all([
    import('better-auth'),
    import('@better-auth/passkey'),
    import('better-auth/api'),
  ])
  const { origin, protocol } = new URL(settings.baseUrl)
  return betterAuth({
    baseURL: origin,
    secret,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message) => log.warn({ from: 'better-auth' }, String(message)),
    },
    advanced: {
      // It would demand a table for passwords and providers, which nothing here uses.
      database: { generateId: () => newId(), validateSchema: false },
      useSecureCookies: false,
      cookiePrefix: protocol === 'https:' ? '__Host-entente' : 'entente',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: protocol === 'https:', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    user: { modelName: 'people_person', fields: { ...dates, emailVerified: 'email_verified' } },
    session: {
      modelName: 'people_session',
      fields: {
        ...dates,
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    verification: { modelName: 'people_verification', fields: { ...dates, expiresAt: 'expires_at' } },
    plugins: [
      passkey({
        rpName: 'Entente',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        registration: {
          requireSession: false,
          resolveUser: async ({ ctx }) => {
            const id = ctx.headers?.get(personHeader)
            if (!id) throw new APIError('UNAUTHORIZED')
            const person = await findPerson({ database }, id)
            return { id, name: person.address, displayName: person.name }
          },
          // A ceremony can only be ended by the person who began it, and the device must have verified the user, by finger or code.
          afterVerification: ({ ctx, user, verification }) => {
            const isSame = ctx.headers?.get(personHeader) === user.id
            if (!isSame || !verification.registrationInfo?.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        schema: {
          passkey: {
            modelName: 'people_passkey',
            fields: {
              userId: 'person_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })
}

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' }
