export { questions } from './feature.ts'
