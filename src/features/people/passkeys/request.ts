import { newId } from '../../../platform/context/identifier.ts'
import type { Application } from '../../../platform/http/application.ts'
import { findPerson } from '../persons.queries.ts'
import type { PasskeyAnswer } from './schema.ts'

/** The header that tells a ceremony who it is for: set here, never taken from a request. */
const personHeader = 'x-entente-person'

/** A request to better-auth. */
export interface Ceremony {
  /** The cookie that holds the challenge. */
  cookie: string | undefined
  /** The person who adds a passkey; left out when one signs in. */
  personId?: string
}

export interface CeremonyAnswer {
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
