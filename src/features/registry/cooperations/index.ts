export { addCooperation } from './commands.ts'
export { listDocuments } from './document/queries.ts'
export {
  type CooperationDocument,
  cooperationDocument,
  type DisputeEntry,
  type EvidenceEntry,
  emptyCooperation,
} from './document/schema.ts'
export { findCooperation } from './queries.ts'
export { listHeads } from './record/queries.ts'
