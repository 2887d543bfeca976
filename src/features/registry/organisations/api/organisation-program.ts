import type { Context } from '../../../../platform/context/context.ts'
import { programRecord } from '../../../../platform/records/api/program-record.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import { findSlugs } from '../../../directory/picking/index.ts'
import { showNotes } from '../../program-notes.ts'
import { type OrganisationDocument, organisationDocument, shareOf } from '../document/schema.ts'
import { parseOrganisation } from './parse-organisation.ts'
import { type OrganisationInput, organisationExample, organisationInput } from './schema.ts'

/** Organisations as programs read and write them. */
export const organisationProgram = programRecord({
  scope: 'write:organisations',
  schema: organisationInput,
  example: organisationExample,
  parse: (document) => organisationDocument.parse(document),
  show: showOrganisation,
  read: parseOrganisation,
})

async function showOrganisation(
  context: Context,
  network: RecordNetwork,
  document: OrganisationDocument,
): Promise<OrganisationInput> {
  const { parentId } = document
  const slugOf = await findSlugs(context, parentId === null ? [] : [parentId])
  // The shares of other groups are theirs.
  const { interest, notes } = shareOf(document, network.id)
  return {
    country: document.country,
    kind: document.kind,
    name: document.name,
    short_name: document.shortName,
    machine_names: document.machineNames,
    about: document.about,
    codes: document.codes,
    parent: parentId === null ? null : slugOf(parentId),
    population: document.population,
    population_year: document.populationYear,
    location: document.place,
    valid_from: document.validFrom,
    valid_until: document.validUntil,
    seeks: interest && { seeks: interest.seeks, offers: interest.offers, themes: interest.themes },
    notes: showNotes(notes),
  }
}
