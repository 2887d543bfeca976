export { addOrganisations, removeUnusedOrganisations } from './batches.commands.ts'
export { addOrganisation } from './commands.ts'
export { hasBegun } from './continuation.ts'
export { byOwnSide, countryName, countryNames, countryOptions, ownLanguageOf } from './country-name.ts'
export { loadCountry, refreshDirectory } from './datasets.commands.ts'
export { changeOrganisation } from './edits/commands.ts'
export { lookUpEditable } from './edits/queries.ts'
export { directory } from './feature.ts'
export { kindInWords, kindName, kindsOf } from './kind-name.ts'
export { isAuthorityKind, type OrganisationRef, shortNames } from './organisation.ts'
export { organisationResponse } from './organisation-response.ts'
export { organisationTexts } from './organisation-texts.commands.ts'
export { directoryAddress } from './paths.ts'
export { type Choices, choiceErrors, chosenId, readChoices } from './picking/picked.ts'
export type { OrganisationRecord } from './queries.ts'
export {
  findOrganisation,
  listDatasets,
  listOrganisations,
  listOrganisationsBySlug,
  selectAncestors,
  selectLatestTransfers,
  selectRef,
} from './queries.ts'
export { readReferenceRows } from './reference-file.ts'
export { organisationSchema } from './schema.ts'
export { OrganisationPicker, pickerOption } from './views/organisation-picker.tsx'
export { validityWords } from './views/succession-words.ts'
