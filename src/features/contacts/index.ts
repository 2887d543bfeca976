export { contacts } from './feature.ts'
