export { outboxWithKey } from './call.ts'
export { outbox } from './feature.ts'
