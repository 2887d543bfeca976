export { approvalDoubt } from './approval.ts'
export { type Agreement, listAgreements } from './queries.ts'
