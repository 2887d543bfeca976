import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Identify } from '../../../platform/http/identity.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { countUnknown } from '../attempts/call.ts'
import { wrongApiTokens } from '../attempts/limit.ts'
import { noteTokenUse } from './commands.ts'
import { lookUpToken } from './queries.ts'
import { isSecret } from './token-secret.ts'

/**
 * Finds out for whom a program acts by the token it sends, and by nothing else: no cookie is looked at. Whoever sends a token that is
 * not valid is refused, also where anybody may read, so that they notice.
 */
export function identifyByToken(application: Application): Identify {
  const limitCalls = limitOf(application.settings.rateLimit)
  return async (request): Promise<Actor> => {
    const given = readAuthorization(request.headers.authorization)
    if (given === null) return anonymous
    const token = isSecret(given) ? await lookUpToken(application, given) : null
    if (token === null) return refuseToken(application, request)
    await limitCalls(request, token.id)
    if (!token.isUsedToday) await noteTokenUse(application, token.id)
    return {
      kind: 'person',
      personId: token.personId,
      name: token.name,
      // Whoever looks after the server does so in a browser or at its command line.
      isOperator: false,
      holdings: token.holdings,
      scopes: token.scopes,
    }
  }
}

// Null when nothing concerns us: what a proxy in front asks for (Basic) is its own business.
function readAuthorization(header: string | undefined): string | null {
  if (header === undefined || /^basic /i.test(header)) return null
  return /^bearer +(\S+) *$/i.exec(header)?.[1] ?? ''
}

async function refuseToken(application: Application, request: FastifyRequest): Promise<never> {
  await countUnknown({ application, request }, wrongApiTokens)
  throw new Refusal('notSignedIn', 'The token is unknown, has expired or was ended', {
    'www-authenticate': 'Bearer realm="Entente", error="invalid_token"',
  })
}

type CountCall = (request: FastifyRequest) => Promise<{ isAllowed: true } | CountedCall>
interface CountedCall {
  isAllowed: false
  isExceeded: boolean
  ttlInSeconds: number
}

// From however many places a token is used: as many calls a minute as one place may send.
function limitOf(max: number): (request: FastifyRequest, tokenId: string) => Promise<void> {
  const tokens = new WeakMap<FastifyRequest, string>()
  let count: CountCall | null = null
  return async (request, tokenId) => {
    if (max === 0) return
    tokens.set(request, tokenId)
    count ??= request.server.createRateLimit({
      max,
      timeWindow: '1 minute',
      keyGenerator: (each) => `token ${tokens.get(each)}`,
    })
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded)
      throw new Refusal('tooMany', '', { 'retry-after': String(counted.ttlInSeconds) })
  }
}
