import { z } from 'zod'

/** Another service that knows people: an OpenID Connect provider such as ProConnect. */
export interface OidcProvider {
  /** Used in addresses: `/auth/{id}/callback`. */
  id: string
  /** What the button says, by language. */
  label: Record<string, string>
  issuer: string
  clientId: string
  clientSecret: string
  scopes: string
  /** How the provider answers about a person: JSON, or a JWT that it has signed. */
  userinfo: 'json' | 'jwt'
  /** The level of assurance asked for; null for the provider's own. */
  acrValues: string | null
  /** The provider’s operator checks its addresses, even where it does not say so of each one. */
  trustsEmail: boolean
}

const providers = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'id: small letters, digits and hyphens'),
      label: z.record(z.string(), z.string().min(1).max(80)),
      issuer: z.url().refine(isTrustworthy, 'issuer: an https address'),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      scopes: z.string().default('openid email'),
      userinfo: z.enum(['json', 'jwt']).default('json'),
      acrValues: z.string().nullable().default(null),
      trustsEmail: z.boolean().default(false),
    })
    .refine(({ scopes }) => scopes.split(' ').includes('openid'), 'scopes: openid among them'),
)

/** Reads the list of providers, or says what is wrong with it. */
export function readOidcProviders(text: string): { providers: OidcProvider[] } | { wrong: string } {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return { wrong: 'a list in JSON' }
  }
  const read = providers.safeParse(given)
  if (!read.success) {
    const issue = read.error.issues[0]
    return { wrong: `a list of providers (${issue?.path.join('.')}: ${issue?.message})` }
  }
  const ids = read.data.map(({ id }) => id)
  return new Set(ids).size === ids.length
    ? { providers: read.data }
    : { wrong: 'a list of providers, each id once' }
}

function isTrustworthy(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' || url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
}
