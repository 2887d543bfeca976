export { imports } from './feature.ts'
