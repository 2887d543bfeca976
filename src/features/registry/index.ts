export { writeAgreement } from './agreements/commands.ts'
export {
  type AgreementKind,
  type AgreementState,
  agreementKinds,
  agreementStates,
  confirmations,
  type Intention,
  intentions,
  type Status,
  sourceKinds,
  statuses,
} from './codes.ts'
export { stateConfirmation } from './confirmations/commands.ts'
export {
  type CooperationSummary,
  listRows,
  selectStatus,
  selectSubjects,
  selectTieStatuses,
} from './cooperations/summary.queries.ts'
export { activeYears, basisOf, slowYears, statusBases, type TieStatus } from './dormancy.ts'
export { type FindMarks, indexMarks } from './evidence-marks.ts'
export { registry } from './feature.ts'
export { GettingStarted } from './home/getting-started.tsx'
export { addInterest } from './interests/commands.ts'
export { selectLooking } from './interests/queries.ts'
export { type Locator, makeLocator, type Passage, placePassages, readPassages } from './locators.ts'
export { NextSteps } from './next-steps.tsx'
export { removeNote, writeNote } from './notes/commands.ts'
export { organisationDocument, shareOf, withShare } from './organisations/document/schema.ts'
export { paths as registryPaths } from './paths.ts'
export { countFigures, type Figures } from './queries.ts'
export { resolveReference } from './references.ts'
export { agreementWords, partiesOf } from './tie.ts'
export { authorityWords } from './visit-note/authority-words.ts'
