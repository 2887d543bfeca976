import type { FastifyRequest } from 'fastify'
import { type Clock, dayOf } from '../../../platform/context/clock.ts'
import { personOf } from '../../../platform/http/page-request.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { interfaceLanguageFor } from '../../../platform/i18n/languages.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { OidcProvider } from '../../../platform/settings/oidc-providers.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { discover, endSessionAddress, type Known } from './provider-client.ts'

/** The provider that an address names, or 404. */
export function providerOf({ oidcProviders }: Settings, request: FastifyRequest): OidcProvider {
  const id = parameterOf(request.params, 'provider')
  return oidcProviders.find((provider) => provider.id === id) ?? notFound()
}

/** The reader of a page whose address has no language: uses the language in which they left. */
export function readerIn(visit: Visit, language: string): Reader {
  const { application, request } = visit
  const interfaceLanguage = interfaceLanguageFor(language)
  return {
    language: interfaceLanguage,
    interfaceLanguage,
    t: application.translate(interfaceLanguage),
    today: application.settings.now ?? dayOf(application.clock),
    now: null,
    ...personOf(request),
  }
}

/** The address to which a provider returns people. The provider’s operator has to register it. */
export function redirectUriOf({ baseUrl }: Settings, { id }: OidcProvider): string {
  return `${baseUrl}/auth/${id}/callback`
}

const lastsMs = 3_600_000
const read = new WeakMap<OidcProvider, { known: Known; atMs: number }>()

/** A provider’s published configuration, cached for an hour. A failed request is not cached. */
export async function knownProvider(provider: OidcProvider, clock: Clock): Promise<Known> {
  const nowMs = clock.now().epochMilliseconds
  const last = read.get(provider)
  if (last && nowMs - last.atMs < lastsMs) return last.known
  const known = await discover(provider)
  read.set(provider, { known, atMs: nowMs })
  return known
}

/** The address that signs a person out of the provider they came by. Null when they came another way, or the provider cannot be reached. */
export async function providerSignOut(
  { settings, clock }: { settings: Settings; clock: Clock },
  { method, providerToken }: { method: string; providerToken: string | null },
  language: string,
): Promise<string | null> {
  const provider = settings.oidcProviders.find(({ id }) => id === method)
  if (!provider || providerToken === null) return null
  const known = await knownProvider(provider, clock).catch(() => null)
  const returnTo = `${settings.baseUrl}/auth/${provider.id}/signed-out`
  return known && endSessionAddress(provider, known, { idToken: providerToken, returnTo, state: language })
}
