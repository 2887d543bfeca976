export { writeActivity } from './activities/commands.ts'
export { writeAgreement } from './agreements/commands.ts'
export {
  type ActivityKind,
  type AgreementKind,
  type AgreementState,
  activityKinds,
  agreementKinds,
  agreementStates,
  type Intention,
  intentions,
  type Status,
  sourceKinds,
  statuses,
  type Theme,
  themes,
} from './codes.ts'
export { dateWords, dayWords } from './date-words.ts'
export { type FindMarks, indexMarks } from './evidence-marks.ts'
export { registry } from './feature.ts'
export { countFigures, type Figures } from './figures/queries.ts'
export { addInterest } from './interests/commands.ts'
export { type Locator, makeLocator } from './locators.ts'
export { removeNote, writeNote } from './notes/commands.ts'
export { organisationDocument, shareOf, withShare } from './organisations/document/schema.ts'
export { type Passage, placePassages, readPassages } from './passages.ts'
export { paths as registryPaths } from './paths.ts'
export { resolveReference } from './references.ts'
export { themeGroups } from './theme-groups.ts'
