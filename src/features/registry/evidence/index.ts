export {
  confirmEvidence,
  forgetEvidence,
  type NewEvidence,
  removeEvidence,
  writeDispute,
  writeEvidence,
} from './commands.ts'
export { type Dispute, type Evidence, listDisputes, listEvidence } from './queries.ts'
export { DisputeList } from './views/dispute-list.tsx'
