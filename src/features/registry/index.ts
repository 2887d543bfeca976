export { writeActivity } from './activities/commands.ts'
export { writeAgreement } from './agreements/commands.ts'
export { type AgreementInBatch, addAgreements, type BatchSource } from './batches/agreements/commands.ts'
export { addCooperations, type CooperationInBatch } from './batches/commands.ts'
export {
  removeCooperations,
  removeEvidenceOf,
  removeUnusedSource,
} from './batches/removal/commands.ts'
export { activityKinds, agreementKinds, agreementStates, intentions, statuses, themes } from './codes.ts'
export { addCooperation } from './cooperations/commands.ts'
export { type NewEvidence, writeDispute, writeEvidence } from './evidence/commands.ts'
export { registry } from './feature.ts'
export { countFigures, type Figures } from './figures/queries.ts'
export { addInterest } from './interests/commands.ts'
export { type Locator, makeLocator } from './locators.ts'
export { writeNote } from './notes/commands.ts'
export { type Passage, readPassages } from './passages.ts'
export { resolveReference } from './references.ts'
export { writeResolution } from './resolutions/commands.ts'
export { chooseNetwork } from './sources/cli.ts'
export { addSource, addTableSource, appendPassages, loadSourceText } from './sources/commands.ts'
export { themeGroups } from './theme-groups.ts'
