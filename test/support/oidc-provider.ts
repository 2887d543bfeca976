import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** The answers and behaviour of the provider, which a test can change. */
export interface ProviderBehaviour {
  claims: Record<string, unknown>
  userinfo: 'json' | 'jwt'
  /** Replaces the value of the request. */
  nonce: string | null
  audience: string | null
  /** Signs with a key that it has not published. */
  signsWithAnotherKey: 'never' | 'idToken' | 'userinfo'
}

export interface TestProvider {
  issuer: string
  behaviour: ProviderBehaviour
  /** Requests to its token endpoint: the form and the header. */
  asked: { form: URLSearchParams; authorization: string | undefined }[]
  /** The setting that names it. */
  setting(more?: object): string
  close(): Promise<void>
}

export const honest: ProviderBehaviour = {
  claims: { sub: 'person-1', email: 'nobody@city.example', email_verified: true },
  userinfo: 'json',
  nonce: null,
  audience: null,
  signsWithAnotherKey: 'never',
}

/** A small OpenID Connect provider on a free port: one client, one person, RS256; `now` is its clock. */
export async function startProvider(now: () => Temporal.Instant): Promise<TestProvider> {
  const [own, another] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const key = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, string>()
  const asked: TestProvider['asked'] = []
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider: TestProvider = {
    issuer,
    behaviour: { ...honest },
    asked,
    setting: (more = {}) =>
      JSON.stringify([
        {
          id: 'test',
          label: { fr: 'Fournisseur', ko: '인증', en: 'Provider' },
          issuer,
          clientId: 'entente',
          clientSecret: 'a secret',
          ...more,
        },
      ]),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }

  function sign(payload: JWTPayload, withAnother: boolean): Promise<string> {
    const seconds = Math.floor(now().epochMilliseconds / 1000)
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: 'own' })
      .setIssuer(issuer)
      .setAudience(provider.behaviour.audience ?? 'entente')
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 300)
      .sign(withAnother ? another.privateKey : own.privateKey)
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { behaviour } = provider
    const url = new URL(request.url ?? '/', issuer)
    const json = (body: object) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        end_session_endpoint: `${issuer}/end`,
      })
    } else if (url.pathname === '/jwks') {
      json({ keys: [key] })
    } else if (url.pathname === '/authorize') {
      const code = `code-${codes.size}`
      codes.set(code, url.searchParams.get('nonce') ?? '')
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      response.writeHead(302, { location: back.href }).end()
    } else if (url.pathname === '/token') {
      const form = new URLSearchParams((await buffer(request)).toString())
      asked.push({ form, authorization: request.headers.authorization })
      const nonce = behaviour.nonce ?? codes.get(form.get('code') ?? '')
      const idToken = await sign({ sub: 'person-1', nonce }, behaviour.signsWithAnotherKey === 'idToken')
      json({ access_token: 'access', token_type: 'Bearer', id_token: idToken })
    } else if (url.pathname === '/userinfo') {
      if (behaviour.userinfo === 'json') json(behaviour.claims)
      else
        response
          .setHeader('content-type', 'application/jwt')
          .end(await sign(behaviour.claims, behaviour.signsWithAnotherKey === 'userinfo'))
    } else response.writeHead(404).end()
  }
  return provider
}
