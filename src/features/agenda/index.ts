export { agenda } from './feature.ts'
