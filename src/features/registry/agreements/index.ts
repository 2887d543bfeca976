export { approvalDoubt } from './approval.ts'
export { type Agreement, listAgreements, selectStepOrder, selectSteps } from './queries.ts'
