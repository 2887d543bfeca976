import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isAuthorityKind, type OrganisationRecord } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'

/** An organisation for search engines: schema.org, with its codes as identifiers and its place. */
export function organisationData(
  baseUrl: string,
  reader: Reader,
  network: Network,
  organisation: OrganisationRecord,
): object {
  return {
    '@context': 'https://schema.org',
    '@type': isAuthorityKind(organisation.kind) ? 'GovernmentOrganization' : 'Organization',
    name: chooseName(organisation.name, reader.language).text,
    alternateName: [...new Set(Object.values(organisation.name))],
    url: `${baseUrl}/${reader.language}/${network.slug}/organisations/${organisation.slug}`,
    identifier: Object.entries(organisation.codes).map(([propertyID, value]) => ({
      '@type': 'PropertyValue',
      propertyID,
      value,
    })),
    ...(organisation.latitude === null
      ? {}
      : {
          location: {
            '@type': 'Place',
            geo: {
              '@type': 'GeoCoordinates',
              latitude: organisation.latitude,
              longitude: organisation.longitude,
            },
          },
        }),
  }
}
