import type { z } from 'zod'
import { isOwn } from './organisation.ts'
import { organisationPath } from './paths.ts'
import type { OrganisationRecord } from './queries.ts'
import type { organisationRecord } from './schema.ts'

/** A whole record of the directory in the form of the API. */
export function organisationResponse(
  baseUrl: string,
  record: OrganisationRecord,
): z.input<typeof organisationRecord> {
  const { parent, latitude, longitude } = record
  return {
    id: record.id,
    slug: record.slug,
    url: `${baseUrl}/en${organisationPath(record.slug)}`,
    updated_at: record.updatedAt.toISOString(),
    name: record.name,
    short_name: record.shortName,
    country: record.country,
    kind: record.kind,
    level: record.level,
    codes: record.codes,
    parent: parent && relatedResponse(parent),
    population: record.population,
    population_year: record.populationYear,
    location: latitude === null || longitude === null ? null : { latitude, longitude },
    valid_from: record.validFrom,
    valid_until: record.validUntil,
    validity_reported_by: record.validityReportedBy,
    entered_by: isOwn(record) ? 'group' : 'reference',
    transfers: record.transfers.map((transfer) => ({
      ...relatedResponse(transfer),
      happened_on: transfer.happenedOn,
      reported_by: transfer.reportedBy,
      source: transfer.source,
    })),
    predecessors: record.predecessors.map(successionResponse),
    successors: record.successors.map(successionResponse),
    text_states: machineStates(record.machineNames),
  }
}

function relatedResponse({
  slug,
  name,
  country,
  kind,
  codes,
}: Omit<Succession, 'change' | 'happenedOn' | 'reportedBy' | 'source'>) {
  return { slug, name, country, kind, codes }
}

type Succession = OrganisationRecord['predecessors'][number]

function successionResponse(succession: Succession) {
  return {
    ...relatedResponse(succession),
    change: succession.change,
    happened_on: succession.happenedOn,
    reported_by: succession.reportedBy,
    source: succession.source,
  }
}

function machineStates(languages: string[]): Record<string, Record<string, 'machine'>> {
  if (languages.length === 0) return {}
  return { name: Object.fromEntries(languages.map((language) => [language, 'machine' as const])) }
}
