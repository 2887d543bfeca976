import type { FastifyRequest } from 'fastify'
import { type Actor, anonymous } from '../../../platform/context/actor.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { Identify } from '../../../platform/http/identity.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { wrongApiTokens } from '../attempts/limit.ts'
import { countUnknown } from '../attempts/request.ts'
import { noteTokenUse } from './commands.ts'
import { lookUpToken } from './queries.ts'
import { isSecret } from './token-secret.ts'

/**
 * Identifies the caller of the API by its token alone; cookies are ignored. An invalid token is refused even where the public may read, so
 * that the caller notices.
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
      // Operators work in a browser or on the command line.
      isOperator: false,
      holdings: token.holdings,
      scopes: token.scopes,
    }
  }
}

// Null when there is no token for us: what a proxy in front asks for (Basic) is its own business.
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

// Counted over all places that use a token: as many calls a minute as one place may send.
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
