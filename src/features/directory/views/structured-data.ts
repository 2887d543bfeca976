import { isAuthorityKind, type OrganisationRef } from '../organisation.ts'
import type { OrganisationRecord } from '../queries.ts'

/** An organisation in schema.org's words; `addressOf` gives the address of another one's page. */
export function structuredData(
  organisation: OrganisationRecord,
  ancestors: OrganisationRef[],
  addressOf: (slug: string) => string,
): object {
  const { name, kind, latitude, longitude } = organisation
  const [above] = ancestors
  return {
    '@context': 'https://schema.org',
    '@type': typeOf(kind),
    '@id': addressOf(organisation.slug),
    url: addressOf(organisation.slug),
    name: Object.entries(name).map(([language, text]) => ({ '@language': language, '@value': text })),
    identifier: Object.entries(organisation.codes).map(([scheme, value]) => ({
      '@type': 'PropertyValue',
      propertyID: schemes[scheme] ?? scheme,
      value,
    })),
    ...(latitude === null || longitude === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude, longitude } }),
    ...(above ? { containedInPlace: { '@id': addressOf(above.slug) } } : {}),
    address: { '@type': 'PostalAddress', addressCountry: organisation.country },
  }
}

function typeOf(kind: string): string {
  return isAuthorityKind(kind) || kind === 'administrative_place'
    ? 'AdministrativeArea'
    : (types[kind] ?? 'Organization')
}

const types: Record<string, string> = {
  university: 'CollegeOrUniversity',
  school: 'School',
  museum: 'Museum',
  company: 'Corporation',
  ministry: 'GovernmentOrganization',
  embassy: 'GovernmentOrganization',
}

const schemes: Record<string, string> = {
  cog: 'INSEE COG',
  siren: 'SIREN',
  iso: 'ISO 3166-2',
  kr: 'KR administrative standard code',
  kr10: 'KR administrative standard code (10 digits)',
  geonames: 'GeoNames',
}
