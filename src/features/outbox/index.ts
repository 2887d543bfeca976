export { outbox } from './feature.ts'
export { outboxWithKey } from './request.ts'
