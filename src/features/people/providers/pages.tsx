import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { loadPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { readNext } from '../../../platform/input/next.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { OidcProvider } from '../../../platform/settings/oidc-providers.ts'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { hideAddress, sendOwnPage } from '../frame.tsx'
import { reopenInvitation } from '../invitations/commands.ts'
import { lookUpInvitationOf } from '../invitations/queries.ts'
import { paths } from '../paths.ts'
import { lookUpPersonByAddress } from '../queries.ts'
import { signInHere } from '../sessions/request.ts'
import { findLanding } from '../sign-in/queries.ts'
import { LinkForm } from '../sign-in/sign-in-page.tsx'
import { type Answered, authorizationAddress, exchangeCode, type PersonClaims } from './provider-client.ts'
import { knownProvider, providerOf, readerIn, redirectUriOf } from './request.ts'

export function addProviderRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const { settings, clock } = application
  const cookie = settings.baseUrl.startsWith('https:') ? '__Host-entente-journey' : 'entente-journey'
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: cookie.startsWith('__') } as const

  pages.get('/:language/sign-in/with/:provider', async (visit) => {
    const { request, reply } = visit
    const { reader } = loadPageRequest(visit)
    const provider = providerOf(settings, request)
    const next = readNext(parameterOf(request.query, 'next'))
    const journey = beginJourney(provider.id, reader.interfaceLanguage, next, clock.now().epochMilliseconds)
    try {
      const known = await knownProvider(provider, clock)
      const asked = { ...journey, redirectUri: redirectUriOf(settings, provider) }
      const address = await authorizationAddress(provider, known, asked, reader.interfaceLanguage)
      reply.setCookie(cookie, writeJourney(application.secret, journey), { ...attributes, maxAge: 600 })
      return reply.header('cache-control', 'no-store').redirect(address, 302)
    } catch (error) {
      request.log.warn({ err: error, provider: provider.id }, 'the provider cannot be reached')
      return refuse(visit, reader.interfaceLanguage, 'unreachable')
    }
  })

  pages.get('/auth/:provider/callback', async (visit) => {
    const { request, reply } = visit
    const provider = providerOf(settings, request)
    const journey = readJourney(
      application.secret,
      request.cookies[cookie] ?? '',
      clock.now().epochMilliseconds,
    )
    reply.clearCookie(cookie, attributes)
    const language = journey?.language ?? 'fr'
    const isSame = journey?.provider === provider.id && parameterOf(request.query, 'state') === journey.state
    if (journey === null || !isSame) return refuse(visit, language, 'journey')
    const code = parameterOf(request.query, 'code')
    if (code === undefined) return refuse(visit, language, 'declined')
    let answered: Answered
    try {
      const known = await knownProvider(provider, clock)
      const asked = { ...journey, redirectUri: redirectUriOf(settings, provider) }
      answered = await exchangeCode(provider, known, asked, code, new Date(clock.now().epochMilliseconds))
    } catch (error) {
      request.log.warn({ err: error, provider: provider.id }, 'the provider’s answer is refused')
      return refuse(visit, language, 'unreachable')
    }
    const address = vouchedAddress(provider, answered.claims)
    if (address === null) return refuse(visit, language, 'unverified')
    return letIn(visit, { address, provider: provider.id, answered, journey })
  })
}

interface Arrival {
  address: string
  provider: string
  answered: Answered
  journey: Journey
}

/** Signs in the owner of a vouched address, or leads an invited one to the invitation. */
async function letIn(visit: Visit, { address, provider, answered, journey }: Arrival): Promise<FastifyReply> {
  const { application, reply } = visit
  const { language, next } = journey
  const person = await lookUpPersonByAddress(application, address)
  if (person === null) {
    const invitation = await lookUpInvitationOf(application, address)
    if (invitation === null) return refuse(visit, language, 'unknown')
    hideAddress(reply)
    return reply.redirect(paths.invitation(language, await reopenInvitation(application, invitation.id)), 303)
  }
  await signInHere(visit, {
    personId: person.id,
    isOperator: person.operatorSince !== null,
    method: provider,
    providerToken: answered.idToken,
  })
  return reply.redirect(next ?? (await findLanding(application, person.id, language)), 303)
}

function refuse(visit: Visit, language: string, why: Refused): FastifyReply {
  const { reply, application } = visit
  const reader = readerIn(visit, language)
  hideAddress(reply)
  reply.code(why === 'unreachable' ? 502 : 403)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.refused.title'),
    description: reader.t('people.signIn.lead'),
    path: '/sign-in',
    children: <RefusedPage why={why} />,
  })
}

type Refused = 'journey' | 'declined' | 'unreachable' | 'unverified' | 'unknown'

/** Says why the provider’s answer was refused, and offers a link instead. */
function RefusedPage({ why }: { why: Refused }) {
  const reader = useReader()
  return (
    <>
      <PageHeading lead={reader.t(reasons[why])}>{reader.t('people.refused.title')}</PageHeading>
      <LinkForm next={null} />
    </>
  )
}

const reasons = {
  journey: 'people.refused.journey',
  declined: 'people.refused.declined',
  unreachable: 'people.refused.unreachable',
  unverified: 'people.refused.unverified',
  unknown: 'people.refused.unknown',
} as const satisfies Record<Refused, PlainMessageKey>

/** The address for which a provider vouches, in lower case. Null when the provider only repeats the person’s claim. */
function vouchedAddress(provider: Pick<OidcProvider, 'trustsEmail'>, claims: PersonClaims): string | null {
  const isVerified = claims.email_verified === true || claims.email_verified === 'true'
  const isDenied = claims.email_verified === false || claims.email_verified === 'false'
  if (!claims.email || !(isVerified || (provider.trustsEmail && !isDenied))) return null
  return claims.email.trim().toLowerCase()
}

const journeySchema = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  language: z.string(),
  next: z.string().nullable(),
  /** Milliseconds since 1970 until which the person may come back. */
  until: z.number(),
})

/** What the browser keeps, signed, while its owner is away at a provider: the person who returns must be the one who left. */
type Journey = z.infer<typeof journeySchema>

const journeyMinutes = 10

function beginJourney(provider: string, language: string, next: string | null, nowMs: number): Journey {
  const secret = () => randomBytes(32).toString('base64url')
  const until = nowMs + journeyMinutes * 60_000
  return { provider, state: secret(), nonce: secret(), verifier: secret(), language, next, until }
}

function writeJourney(secret: string, journey: Journey): string {
  const text = Buffer.from(JSON.stringify(journey)).toString('base64url')
  return `${text}.${signatureOf(secret, text)}`
}

/** The journey in a cookie, if it was signed here and has not expired. */
function readJourney(secret: string, cookie: string, nowMs: number): Journey | null {
  const [text = '', signature = ''] = cookie.split('.')
  const given = Buffer.from(signature)
  const expected = Buffer.from(signatureOf(secret, text))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const read = journeySchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  return read.success && read.data.until > nowMs ? read.data : null
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`journey ${text}`).digest('base64url')
}
