export { newsletter } from './feature.ts'
