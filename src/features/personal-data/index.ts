export { personalData } from './feature.ts'
