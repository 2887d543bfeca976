export { outbox } from './feature.ts'
export { outboxPaths } from './paths.ts'
export { mayReadOutbox } from './policy.ts'
