export { writeAgreement } from './agreements/commands.ts'
export {
  type AgreementKind,
  type AgreementState,
  agreementKinds,
  agreementStates,
  type Intention,
  intentions,
  type Status,
  sourceKinds,
  statuses,
} from './codes.ts'
export { stateConfirmation } from './confirmations/commands.ts'
export { type CooperationSummary, listRows } from './cooperations/summary.queries.ts'
export { type FindMarks, indexMarks } from './evidence-marks.ts'
export { registry } from './feature.ts'
export { GettingStarted } from './home/getting-started.tsx'
export { addInterest } from './interests/commands.ts'
export { type Locator, makeLocator, type Passage, placePassages, readPassages } from './locators.ts'
export { NextSteps } from './next-steps.tsx'
export { removeNote, writeNote } from './notes/commands.ts'
export { organisationDocument, shareOf, withShare } from './organisations/document/schema.ts'
export { paths as registryPaths } from './paths.ts'
export { countFigures, type Figures } from './queries.ts'
export { resolveReference } from './references.ts'
export { agreementWords, partiesOf } from './tie.ts'
export { authorityWords } from './visit-note/authority-words.ts'
