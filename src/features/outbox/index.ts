export { outboxWithKey } from './demonstration-key.ts'
export { outbox } from './feature.ts'
