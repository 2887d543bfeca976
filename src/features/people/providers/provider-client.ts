import type { JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { OidcProvider } from '../../../platform/settings/oidc-providers.ts'

const discoveryDocument = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  userinfo_endpoint: z.url(),
  jwks_uri: z.url(),
  end_session_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
})

const tokenAnswer = z.object({ access_token: z.string(), id_token: z.string() })

const personClaims = z.object({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
})
export type PersonClaims = z.infer<typeof personClaims>

/** A provider’s configuration and its keys. */
export interface Known {
  document: z.infer<typeof discoveryDocument>
  keys: JWTVerifyGetKey
}

export class ProviderFailure extends Error {}

/** What was agreed when the person was sent to the provider. */
export interface Asked {
  state: string
  nonce: string
  /** The secret whose digest was sent along (PKCE). */
  verifier: string
  redirectUri: string
}

export interface Answered {
  claims: PersonClaims
  /** Shown to the provider again when the person signs out there. */
  idToken: string
}

/** Reads a provider’s configuration. Refuses one that names another issuer. */
export async function discover(provider: OidcProvider): Promise<Known> {
  const address = `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const document = discoveryDocument.parse(await (await ask(address)).json())
  if (document.issuer !== provider.issuer)
    throw new ProviderFailure(`${address} is of ${document.issuer}, not of ${provider.issuer}`)
  const { createRemoteJWKSet } = await import('jose')
  return { document, keys: createRemoteJWKSet(new URL(document.jwks_uri)) }
}

/** The address at the provider where the person signs in. */
export async function authorizationAddress(
  provider: OidcProvider,
  { document }: Known,
  visit: Asked,
  language: string,
): Promise<string> {
  const url = new URL(document.authorization_endpoint)
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(visit.verifier))
  const parameters = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: visit.redirectUri,
    scope: provider.scopes,
    state: visit.state,
    nonce: visit.nonce,
    code_challenge: Buffer.from(challenge).toString('base64url'),
    code_challenge_method: 'S256',
    ui_locales: language,
    ...(provider.acrValues ? { acr_values: provider.acrValues } : {}),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** Exchanges the returned code for what the provider vouches for. Refuses anything that is not signed as it should be. */
export async function exchangeCode(
  provider: OidcProvider,
  known: Known,
  visit: Asked,
  code: string,
  now: Date,
): Promise<Answered> {
  const { jwtVerify } = await import('jose')
  const tokens = tokenAnswer.parse(await requestTokens(provider, known, visit, code))
  const expected = {
    issuer: provider.issuer,
    audience: provider.clientId,
    currentDate: now,
    clockTolerance: 60,
  }
  const { payload } = await jwtVerify(tokens.id_token, known.keys, {
    ...expected,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
  })
  if (payload.nonce !== visit.nonce) throw new ProviderFailure('the nonce is another one')
  const answer = await ask(known.document.userinfo_endpoint, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  })
  const said =
    provider.userinfo === 'jwt'
      ? (await jwtVerify(await answer.text(), known.keys, expected)).payload
      : await answer.json()
  const claims = personClaims.parse(said)
  if (claims.sub !== payload.sub) throw new ProviderFailure('the answer is about somebody else')
  return { claims, idToken: tokens.id_token }
}

/** The address that signs a person out of the provider as well; null where the provider has none. */
export function endSessionAddress(
  provider: OidcProvider,
  { document }: Known,
  { idToken, returnTo, state }: { idToken: string; returnTo: string; state: string },
): string | null {
  if (!document.end_session_endpoint) return null
  const url = new URL(document.end_session_endpoint)
  const parameters = {
    id_token_hint: idToken,
    post_logout_redirect_uri: returnTo,
    state,
    client_id: provider.clientId,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

async function requestTokens(
  { clientId, clientSecret }: OidcProvider,
  { document }: Known,
  { verifier, redirectUri }: Asked,
  code: string,
): Promise<unknown> {
  const methods = document.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const byHeader = methods.includes('client_secret_basic')
  const pair = [clientId, clientSecret].map(encodeURIComponent).join(':')
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...(byHeader ? {} : { client_id: clientId, client_secret: clientSecret }),
  })
  const headers = byHeader ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : undefined
  const answer = await ask(document.token_endpoint, { method: 'POST', body, ...(headers ? { headers } : {}) })
  return answer.json()
}

const patienceMs = 10_000

async function ask(address: string, options: RequestInit = {}): Promise<Response> {
  const answer = await fetch(address, {
    ...options,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  })
  if (!answer.ok) throw new ProviderFailure(`${new URL(address).origin} answered ${answer.status}`)
  return answer
}
