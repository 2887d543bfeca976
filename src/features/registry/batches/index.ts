export { type AgreementInBatch, addAgreements, type BatchSource } from './agreements.commands.ts'
export {
  addCooperations,
  type CooperationInBatch,
  completeCooperations,
  countFilledTables,
} from './commands.ts'
export { removeCooperations, removeEvidenceOf, removeUnusedSource } from './removal.commands.ts'
