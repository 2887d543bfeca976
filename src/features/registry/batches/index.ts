export { type AgreementInBatch, addAgreements, type BatchSource } from './agreements.commands.ts'
export { addCooperations, type CooperationInBatch, countFilledTables } from './commands.ts'
export { completeCooperations } from './completing.commands.ts'
export { removeCooperations, removeEvidenceOf, removeUnusedSource } from './removal.commands.ts'
