import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { readNext } from '../../../platform/input/next.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { reopenInvitation } from '../invitations/commands.ts'
import { lookUpInvitationOf } from '../invitations/queries.ts'
import { hideAddress, sendOwnPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { lookUpPersonByAddress } from '../persons/queries.ts'
import { signInHere } from '../sessions/call.ts'
import { findLanding } from '../sign-in/queries.ts'
import { knownProvider, providerOf, readerIn, redirectUriOf } from './call.ts'
import { beginJourney, type Journey, readJourney, writeJourney } from './journey.ts'
import { type Answered, authorizationAddress, exchangeCode } from './provider-client.ts'
import { type Refused, RefusedPage } from './views/refused-page.tsx'
import { vouchedAddress } from './vouched-address.ts'

export function addProviderRoutes(app: FastifyInstance, application: Application): void {
  const { settings, clock } = application
  const cookie = settings.baseUrl.startsWith('https:') ? '__Host-entente-journey' : 'entente-journey'
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: cookie.startsWith('__') } as const

  app.get('/:language/sign-in/with/:provider', async (request, reply) => {
    const { reader } = readPageRequest(application, request)
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
      return refuse(application, request, reply, reader.interfaceLanguage, 'unreachable')
    }
  })

  app.get('/auth/:provider/callback', async (request, reply) => {
    const provider = providerOf(settings, request)
    const journey = readJourney(
      application.secret,
      request.cookies[cookie] ?? '',
      clock.now().epochMilliseconds,
    )
    reply.clearCookie(cookie, attributes)
    const language = journey?.language ?? 'fr'
    const isSame = journey?.provider === provider.id && parameterOf(request.query, 'state') === journey.state
    if (journey === null || !isSame) return refuse(application, request, reply, language, 'journey')
    const code = parameterOf(request.query, 'code')
    if (code === undefined) return refuse(application, request, reply, language, 'declined')
    let answered: Answered
    try {
      const known = await knownProvider(provider, clock)
      const asked = { ...journey, redirectUri: redirectUriOf(settings, provider) }
      answered = await exchangeCode(provider, known, asked, code, new Date(clock.now().epochMilliseconds))
    } catch (error) {
      request.log.warn({ err: error, provider: provider.id }, 'the provider’s answer is refused')
      return refuse(application, request, reply, language, 'unreachable')
    }
    const address = vouchedAddress(provider, answered.claims)
    if (address === null) return refuse(application, request, reply, language, 'unverified')
    return letIn(application, request, reply, { address, provider: provider.id, answered, journey })
  })
}

interface Arrival {
  address: string
  provider: string
  answered: Answered
  journey: Journey
}

/** Signs in who has an account under an address that was vouched for; leads who is invited there to the invitation. */
async function letIn(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  { address, provider, answered, journey }: Arrival,
): Promise<FastifyReply> {
  const { language, next } = journey
  const person = await lookUpPersonByAddress(application, address)
  if (person === null) {
    const invitation = await lookUpInvitationOf(application, address)
    if (invitation === null) return refuse(application, request, reply, language, 'unknown')
    hideAddress(reply)
    return reply.redirect(paths.invitation(language, await reopenInvitation(application, invitation.id)), 303)
  }
  await signInHere(application, request, reply, {
    personId: person.id,
    isOperator: person.operatorSince !== null,
    method: provider,
    providerToken: answered.idToken,
  })
  return reply.redirect(next ?? (await findLanding(application, person.id, language)), 303)
}

function refuse(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  language: string,
  why: Refused,
): FastifyReply {
  const reader = readerIn(application, request, language)
  hideAddress(reply)
  reply.code(why === 'unreachable' ? 502 : 403)
  return sendOwnPage(application, reply, reader, {
    title: reader.t('people.refused.title'),
    description: reader.t('people.signIn.lead'),
    path: '/sign-in',
    children: <RefusedPage reader={reader} why={why} />,
  })
}
