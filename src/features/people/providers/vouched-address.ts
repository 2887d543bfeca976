import type { OidcProvider } from '../../../platform/settings/oidc-providers.ts'
import type { PersonClaims } from './provider-client.ts'

/** The address for which a provider vouches, in small letters; null when it only repeats what somebody claims. */
export function vouchedAddress(
  provider: Pick<OidcProvider, 'trustsEmail'>,
  claims: PersonClaims,
): string | null {
  const isVerified = claims.email_verified === true || claims.email_verified === 'true'
  const isDenied = claims.email_verified === false || claims.email_verified === 'false'
  if (!claims.email || !(isVerified || (provider.trustsEmail && !isDenied))) return null
  return claims.email.trim().toLowerCase()
}
