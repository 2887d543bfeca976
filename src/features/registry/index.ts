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
export { type AgreementInBatch, addAgreements, type BatchSource } from './batches/agreements/commands.ts'
export { addCooperations, type CooperationInBatch } from './batches/commands.ts'
export {
  removeCooperations,
  removeEvidenceOf,
  removeUnusedSource,
} from './batches/removal/commands.ts'
export { addCooperation } from './cooperations/commands.ts'
export { listDocuments } from './cooperations/document/queries.ts'
export {
  type CooperationDocument,
  cooperationDocument,
  type DisputeEntry,
  type EvidenceEntry,
  emptyCooperation,
} from './cooperations/document/schema.ts'
export { listOrganisationRefs } from './cooperations/organisation-refs/queries.ts'
export { dateWords, dayWords } from './date-words.ts'
export {
  confirmEvidence,
  forgetEvidence,
  type NewEvidence,
  removeEvidence,
  writeDispute,
  writeEvidence,
} from './evidence/commands.ts'
export { type Dispute, type Evidence, listDisputes, listEvidence } from './evidence/queries.ts'
export { DisputeList } from './evidence/views/dispute-list.tsx'
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
export { chooseNetwork } from './sources/cli.ts'
export {
  addSource,
  addTableSource,
  appendPassages,
  insertSource,
  loadSourceText,
  replacePassages,
} from './sources/commands.ts'
export { listSources } from './sources/queries.ts'
export { locateQuotation } from './sources/quotation.ts'
export { themeGroups } from './theme-groups.ts'
