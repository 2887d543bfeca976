export {
  confirmEvidence,
  forgetEvidence,
  type NewEvidence,
  removeEvidence,
  writeDispute,
  writeEvidence,
} from './commands.ts'
export { DisputeList } from './dispute-list.tsx'
export { type Dispute, type Evidence, listDisputes, listEvidence } from './queries.ts'
