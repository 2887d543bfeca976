export { addOrganisations, removeUnusedOrganisations } from './batches/commands.ts'
export { addOrganisation } from './commands.ts'
export { hasBegun } from './continuation.ts'
export { byOwnSide, countryName } from './country-name.ts'
export { loadCountry, refreshDirectory } from './datasets/commands.ts'
export { changeOrganisation } from './edits/commands.ts'
export { lookUpEditable } from './edits/queries.ts'
export { directory } from './feature.ts'
export { expandAbbreviations } from './gazetteer/abbreviations.ts'
export {
  type Candidate,
  type FoundBy,
  listCandidatesByCode,
  listCandidatesById,
  listCandidatesByName,
  listCandidatesBySlug,
} from './gazetteer/candidates/queries.ts'
export { divisionsNamed } from './gazetteer/divisions.ts'
export { namesSought } from './gazetteer/names-sought.ts'
export { listMatches } from './gazetteer/queries.ts'
export { listReferences } from './gazetteer/references.ts'
export { worldPlacesNamed } from './gazetteer/world-places.ts'
export { kindInWords, kindName, kindsOf } from './kind-name.ts'
export { isAuthorityKind, type OrganisationRef, shortNames } from './organisation.ts'
export { organisationAnswer } from './organisation-answer.ts'
export { directoryAddress } from './paths.ts'
export { type Choices, choiceErrors, chosenId, type Picked, readChoices } from './picking/picked.ts'
export type { OrganisationRecord } from './queries.ts'
export { findOrganisation, listDatasets, listOrganisations, listOrganisationsBySlug } from './queries.ts'
export { organisationSchema } from './schema.ts'
export { organisationTexts } from './texts/organisation-texts.ts'
export { selectAncestors } from './transfers/queries.ts'
export { OrganisationPicker, pickerOption } from './views/organisation-picker.tsx'
export { validityWords } from './views/validity-words.ts'
