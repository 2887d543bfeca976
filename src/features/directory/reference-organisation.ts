import { stableId } from '../../platform/context/identifier.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { NewOrganisation } from './organisation.ts'
import { type ReferenceRow, readAliases, readCodes } from './reference-file.ts'
import type { Succession, Transfer } from './successions.commands.ts'

/** A row of a reference file as an organisation; its id is the same in every database. */
export function readOrganisation(row: ReferenceRow): NewOrganisation {
  const key = row.key ?? ''
  return {
    organisationId: stableId(key),
    key,
    slug: row.slug ?? '',
    country: key.slice(0, 2),
    kind: row.kind ?? '',
    level: readNumber(row.level),
    name: readNames(row, 'name'),
    shortName: readNames(row, 'short'),
    machineNames: (row.machine ?? '').split(',').filter((language) => language !== ''),
    aliases: readAliases(row.aliases ?? ''),
    about: {},
    codes: readCodes(row.codes ?? ''),
    parentId: row.parent ? stableId(row.parent) : null,
    population: readNumber(row.population),
    populationYear: readNumber(row.population_year),
    place: row.lat && row.lon ? { latitude: Number(row.lat), longitude: Number(row.lon) } : null,
    validFrom: row.valid_from || null,
    validUntil: row.valid_until || null,
    validityReportedBy: row.reported_by || null,
  }
}

/** A row of `successions-*.tsv`. */
export function readSuccession(row: ReferenceRow): Succession {
  return {
    predecessorId: stableId(row.predecessor ?? ''),
    successorId: stableId(row.successor ?? ''),
    kind: row.kind ?? '',
    happenedOn: row.on || null,
    reportedBy: row.reported_by ?? '',
    source: row.source ?? '',
  }
}

/** A row of `transfers-*.tsv`. */
export function readTransfer(row: ReferenceRow): Transfer {
  return {
    organisationId: stableId(row.key ?? ''),
    happenedOn: row.on ?? '',
    parentId: stableId(row.parent ?? ''),
    codes: readCodes(row.codes ?? ''),
    reportedBy: row.reported_by ?? '',
    source: row.source ?? '',
  }
}

/** A row of `*-members.tsv`: a commune of an intercommunality. */
export function readMembership(row: ReferenceRow): { unionId: string; memberId: string } {
  return { unionId: stableId(row.epci ?? ''), memberId: stableId(row.commune ?? '') }
}

function readNames(row: ReferenceRow, prefix: string): LocalizedName {
  const names: LocalizedName = {}
  for (const language of ['fr', 'ko', 'en']) {
    const name = row[`${prefix}_${language}`]
    if (name) names[language] = name
  }
  return names
}

function readNumber(text: string | undefined): number | null {
  return text ? Number(text) : null
}
