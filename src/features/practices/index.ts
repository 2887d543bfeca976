export { practices } from './feature.ts'
