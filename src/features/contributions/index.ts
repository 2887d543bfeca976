export { contributions } from './feature.ts'
